import { hostname } from 'node:os'

/** Which process this is, among those that share a database. */
export interface ThisProcess {
  host: string
  pid: number
  /** Whether a process of this number runs on this machine. */
  isRunning: (pid: number) => boolean
}

export const thisProcess: ThisProcess = {
  host: hostname(),
  pid: process.pid,
  isRunning(pid) {
    try {
      process.kill(pid, 0)
      return true
    } catch (error) {
      // Another user's may not be signalled, but it is there.
      return (error as NodeJS.ErrnoException).code === 'EPERM'
    }
  },
}
