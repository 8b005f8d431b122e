import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSource } from './parse-source.ts'
import { readGit } from './read-git.ts'
import { Reading } from './reading.ts'
import type { SourceEntry } from './source-entry.ts'
import type { SourceLimits } from './source-limits.ts'
import { walkDirectory } from './walk-directory.ts'

/**
 * The published notices of a copy of github/dmca: the files below its folders of years. Of a clone, with or without
 * a work tree, what is committed at HEAD; of a plain folder, what is there.
 * @throws ClawbackError SOURCE_NOT_FOUND, SOURCE_INVALID, GIT_REF_UNKNOWN, GIT_FAILED, PROGRAM_NOT_FOUND
 */
export async function* readNoticeArchive(
  folder: string,
  { limits, environment }: { limits: SourceLimits; environment: NodeJS.Dict<string> },
): AsyncGenerator<SourceEntry> {
  await parseSource(folder)
  const reading = new Reading(limits, undefined)
  const entries = (await isRepository(folder))
    ? readGit(folder, 'HEAD', environment, reading)
    : walkDirectory(folder, reading)
  for await (const entry of entries) if (/^\d{4}\//.test(entry.path)) yield entry
}

async function isRepository(folder: string): Promise<boolean> {
  const all = (...paths: string[]) => Promise.all(paths.map((path) => access(join(folder, path))))
  try {
    await Promise.any([all('.git'), all('HEAD', 'objects', 'refs')])
    return true
  } catch {
    return false
  }
}
