import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../explain-error.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Removes what a killed process left half-written. Another process may be writing here right now, so only files a
 * day old go; how old, the file system's own clock says.
 */
export async function clearLeftovers(workbench: string, probe: string): Promise<void> {
  await writeFile(probe, '', { mode: 0o600, flag: 'wx' })
  const { mtimeMs: now } = await stat(probe)
  await rm(probe)
  for (const name of await readdir(workbench)) {
    const file = join(workbench, name)
    const age = now - (await changedAt(file, now))
    if (age > day) await rm(file, { force: true })
  }
}

async function changedAt(file: string, otherwise: number): Promise<number> {
  try {
    return (await stat(file)).mtimeMs
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise
    throw error
  }
}
