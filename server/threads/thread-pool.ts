import type { Transferable, Worker } from 'node:worker_threads'

/** A thread ended while it worked on a job: out of memory, out of time, or a defect. Nothing is known about the job. */
export class ThreadLost extends Error {
  override name = 'ThreadLost'
}

export interface ThreadPool<Job, Result> {
  /**
   * Gives a job to the next free thread. What is transferred is gone from here.
   * @throws ThreadLost when its thread ended; the next job gets a new one
   */
  run(job: Job, transfer?: readonly Transferable[]): Promise<Result>
  /** Ends every thread, busy or not; the jobs they had are lost. */
  close(): Promise<void>
}

/** What `answerJobs` sends back. */
export type Reply<Result> = { result: Result } | { error: string }

interface Waiting<Job, Result> {
  job: Job
  transfer: readonly Transferable[]
  resolve: (result: Result) => void
  reject: (error: Error) => void
}

/**
 * So many threads, each started when there is work for it, each with one job at a time, in the order given.
 * @param limitMs how long a job may take; its thread is ended then
 */
export function openThreadPool<Job, Result>({
  start,
  threads,
  limitMs,
}: {
  start: () => Worker
  threads: number
  limitMs: number
}): ThreadPool<Job, Result> {
  const queue: Waiting<Job, Result>[] = []
  const busy = new Map<Worker, Waiting<Job, Result> & { limit: NodeJS.Timeout }>()
  const idle = new Set<Worker>()
  let closed = false

  function takeNext(): void {
    while (queue.length > 0) {
      const [thread = busy.size < threads ? begin() : undefined] = idle
      if (thread === undefined) return
      idle.delete(thread)
      const next = queue.shift()!
      const limit = setTimeout(() => {
        take(thread)?.reject(new ThreadLost(`it took longer than ${limitMs / 1000} s`))
        void thread.terminate()
      }, limitMs)
      busy.set(thread, { ...next, limit })
      thread.ref()
      thread.postMessage(next.job, next.transfer)
    }
  }

  function take(thread: Worker): Waiting<Job, Result> | undefined {
    const job = busy.get(thread)
    busy.delete(thread)
    clearTimeout(job?.limit)
    return job
  }

  function begin(): Worker {
    const thread = start()
    let reason = 'its thread ended'
    thread.on('message', (reply: Reply<Result>) => {
      const done = take(thread)
      idle.add(thread)
      // A pool that somebody forgot to close does not keep the program from ending.
      thread.unref()
      if ('result' in reply) done?.resolve(reply.result)
      else done?.reject(new Error(reply.error))
      takeNext()
    })
    thread.on('error', (error) => (reason = reasonOf(error)))
    thread.on('exit', () => {
      idle.delete(thread)
      take(thread)?.reject(new ThreadLost(closed ? STOPPED : reason))
      if (!closed) takeNext()
    })
    return thread
  }

  return {
    run: (job, transfer = []) =>
      new Promise((resolve, reject) => {
        if (closed) throw new ThreadLost(STOPPED)
        queue.push({ job, transfer, resolve, reject })
        takeNext()
      }),
    async close() {
      closed = true
      for (const { reject } of queue.splice(0)) reject(new ThreadLost(STOPPED))
      await Promise.all([...idle, ...busy.keys()].map((thread) => thread.terminate()))
    },
  }
}

const STOPPED = 'the work was stopped'

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'its thread ran out of memory'
    : error.message
}
