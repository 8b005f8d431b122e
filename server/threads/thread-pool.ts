import type { Transferable, Worker } from 'node:worker_threads'

/** A thread ended while it worked on a job: out of memory, out of time, or a defect. Nothing is known about the job. */
export class ThreadLost extends Error {
  override name = 'ThreadLost'
}

/** What goes to a thread. What is transferred is gone from here. */
export interface Parcel<Job> {
  job: Job
  transfer: readonly Transferable[]
}

export interface ThreadPool<Job, Result> {
  /**
   * Gives a job to the next free thread.
   * @param pack called when a thread is free, so that a job that waits needs no memory of its own
   * @throws ThreadLost when its thread ended; the next job gets a new one
   */
  run(pack: () => Parcel<Job>): Promise<Result>
  /** Ends every thread, busy or not; the jobs they had are lost. */
  close(): Promise<void>
}

/** What `answerJobs` sends back. */
export type Reply<Result> = { result: Result } | { error: string }

interface Waiting<Job, Result> {
  pack: () => Parcel<Job>
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
      const next = queue.shift()!
      const parcel = packed(next)
      if (parcel === undefined) {
        idle.add(thread)
        continue
      }
      idle.delete(thread)
      const limit = setTimeout(() => {
        take(thread)?.reject(new ThreadLost(`it took longer than ${limitMs / 1000} s`))
        void thread.terminate()
      }, limitMs)
      busy.set(thread, { ...next, limit })
      thread.ref()
      thread.postMessage(parcel.job, parcel.transfer)
    }
  }

  function packed({ pack, reject }: Waiting<Job, Result>): Parcel<Job> | undefined {
    try {
      return pack()
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)))
      return undefined
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
    run: (pack) =>
      new Promise((resolve, reject) => {
        if (closed) throw new ThreadLost(STOPPED)
        queue.push({ pack, resolve, reject })
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
