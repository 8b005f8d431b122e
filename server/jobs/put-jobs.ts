import type { Job, Jobs } from './jobs.ts'

export interface PutJobs extends Pick<Jobs, 'put'> {
  close(): Promise<void>
}

/** Jobs for whichever worker runs, for those who only put them: opened with the first one. */
export function createPutJobs(open: () => Promise<Jobs>): PutJobs {
  let opened: Promise<Jobs> | undefined
  return {
    put: async (job: Job) => {
      opened ??= open()
      // What failed to open is tried again with the next one.
      opened.catch(() => (opened = undefined))
      await (await opened).put(job)
    },
    close: async () => {
      await (await opened)?.close()
    },
  }
}
