import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** What copies are made by: when any of it changes, they are made anew. */
const makers = [
  'kits',
  'positives',
  'judge/make-candidates',
  'disguises',
  'rename',
  'made-names',
  'edit-lines',
  'plain-pieces',
  'random',
]
const tools = ['esbuild', 'prettier', 'typescript']

/**
 * Things that take longer to make than to compare: made once and kept in a folder, under a name that tells by what.
 * Only the comparer changes between most evaluations.
 */
export class MadeOnce {
  private readonly folder: string
  private readonly by: string

  private constructor(folder: string, by: string) {
    this.folder = folder
    this.by = by
  }

  static async in(folder: string): Promise<MadeOnce> {
    const made = join(folder, 'made')
    await mkdir(made, { recursive: true })
    return new MadeOnce(made, await nameOfMakers())
  }

  /** @param of names what is made, without a word about how */
  async all<T>(of: unknown, make: () => AsyncIterable<T>): Promise<T[]> {
    const name = createHash('sha256')
      .update(JSON.stringify([this.by, of], patternsAsText))
      .digest('hex')
    const file = join(this.folder, name)
    const kept = await readFile(file).catch(() => undefined)
    if (kept) return deserialize(kept) as T[]
    const made: T[] = []
    for await (const one of make()) made.push(one)
    await writeFile(`${file}.${process.pid}`, serialize(made))
    await rename(`${file}.${process.pid}`, file)
    return made
  }
}

function patternsAsText(_key: string, value: unknown): unknown {
  return value instanceof RegExp ? value.source : value
}

async function nameOfMakers(): Promise<string> {
  const hash = createHash('sha256')
  const files = await readdir(import.meta.dirname, { recursive: true })
  for (const file of files.sort())
    if (/\.[jt]s$/.test(file) && makers.some((maker) => isPartOf(maker, file)))
      hash.update(file).update(await readFile(join(import.meta.dirname, file)))
  const require = createRequire(import.meta.url)
  for (const tool of tools)
    hash.update(`${tool}@${(require(`${tool}/package.json`) as { version: string }).version}`)
  return hash.digest('hex')
}

/** A build folder may still hold what an older one left there: `positives.js` is no part of `positives`. */
function isPartOf(maker: string, file: string): boolean {
  return file.startsWith(`${maker}/`) || file.slice(0, -3) === maker
}
