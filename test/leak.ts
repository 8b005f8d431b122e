import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeProgramText } from '../scripts/bench/program-text.ts'
import { temporaryFolder } from './open-test-app.ts'

/** The files of a small leaked work: text that stands nowhere else, the same at every call. */
export function leakedFiles(count = 6, length = 2500): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`src/module-${i}.ts`, writeProgramText(1000 + i, length)]),
  )
}

/** Writes files into a folder of their own and gives its path. */
export async function writeFolder(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}
