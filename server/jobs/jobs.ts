/** Work for later. Of all jobs with one key, one waits: whoever puts it again moves it. */
export interface Job {
  kind: string
  key: string
  payload: object
  runAt: Date
}

/**
 * Does one job and says when it is to be done again, or null when it is over. An error is tried again later. A job may
 * be done twice when a process is killed at its end, so what it does must bear that.
 */
export type Work = (payload: unknown, signal: AbortSignal) => Promise<Date | null>

/** By kind. A job of another kind waits for a process that knows it. */
export type Works = Readonly<Record<string, Work>>

export interface Jobs {
  /** Puts a job, or moves the one of its key. */
  put(job: Job): Promise<void>
  /** Puts a job unless one of its key waits. */
  ensure(job: Job): Promise<void>
  /** Does what is due, and returns when nothing is. */
  runDue(works: Works, signal: AbortSignal): Promise<void>
  /** Does what is due as it becomes due, until told to stop; what was begun is finished. */
  run(works: Works, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** How a failure is told: never with its text, which may hold what is confidential. */
export type TellFailure = (failure: { kind: string; code: string; again: Date | null }) => void
