import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface UploadPlace {
  scratchFolder: string
  /** Whose uploads these are, so that what a killed process left behind is known. */
  process: { host: string; pid: number; isRunning: (pid: number) => boolean }
}

const day = 24 * 60 * 60 * 1000

/** The beginning of a folder's name: which process, and on which machine. */
export function formatUploadFolder({ host, pid }: UploadPlace['process']): string {
  return `upload-${host.replace(/[^\w.]/g, '_')}-${pid}-`
}

/**
 * Removes the uploads that killed processes left behind: a file sent through a page lies there as it is. Called before
 * this process takes its first one, so a folder with its own number is an earlier life's, as in a container that was
 * started again. Those of another machine on the same disk go after a day.
 */
export async function clearUploads({ scratchFolder, process }: UploadPlace, now: Date): Promise<void> {
  for (const name of await list(scratchFolder)) {
    const [, host, pid] = /^upload-([\w.]+)-(\d+)-/.exec(name) ?? []
    if (host === undefined || pid === undefined) continue
    const folder = join(scratchFolder, name)
    const isHere = name.startsWith(formatUploadFolder({ ...process, pid: Number(pid) }))
    const isLeft = isHere
      ? Number(pid) === process.pid || !process.isRunning(Number(pid))
      : now.getTime() - (await changedAt(folder)) > day
    if (isLeft) await rm(folder, { recursive: true, force: true })
  }
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** One that is gone meanwhile is old enough. */
async function changedAt(folder: string): Promise<number> {
  try {
    return (await stat(folder)).mtimeMs
  } catch {
    return 0
  }
}
