import { join } from 'node:path'

/** Where an object lies: a folder for the first two digits of its id, so that none holds too many files. */
export function placeOf(contents: string, id: string): { shelf: string; file: string } {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error('Not the id of a content')
  const shelf = join(contents, id.slice(0, 2))
  return { shelf, file: join(shelf, id.slice(2)) }
}

export function isShelf(folderName: string): boolean {
  return /^[0-9a-f]{2}$/.test(folderName)
}

/** The id of a file on a shelf, or null when it is no object. */
export function idOf(shelf: string, fileName: string): string | null {
  return /^[0-9a-f]{62}$/.test(fileName) ? shelf + fileName : null
}
