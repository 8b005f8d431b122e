import { startThread } from '../../../server/threads/start-thread.ts'
import { openThreadPool } from '../../../server/threads/thread-pool.ts'
import type { EvaluationSet } from '../evaluation-set.ts'
import { addFindings, noFindings, type Findings } from '../findings.ts'
import type { JudgeData } from './judge-thread.ts'
import { tasksOf, type Task } from './task.ts'

/** A task that takes longer hangs; an evaluation that leaves a task out would not be one. */
const LONGEST_MS = 900_000

/**
 * Compares everything a set stands for, on all threads; the findings are in the order of the tasks.
 * @param until no task is begun after this time (as `performance.now` counts); what was made by then is kept
 * @returns with the findings what was left out for want of time
 */
export async function judgeInThreads(
  set: EvaluationSet,
  data: JudgeData,
  { threads, until }: { threads: number; until: number },
  progress: (done: number, of: number) => void,
): Promise<{ findings: Findings; leftOut: Task[] }> {
  const pool = openThreadPool<Task, Findings>({
    start: () =>
      startThread('judge-thread', { beside: import.meta.url, workerData: data, resourceLimits: {} }),
    threads,
    limitMs: LONGEST_MS,
  })
  try {
    const tasks = tasksOf(set)
    const found: (Findings | undefined)[] = tasks.map(() => undefined)
    const queue = tasks.entries()
    let done = 0
    const work = async () => {
      for (const [at, task] of queue) {
        if (performance.now() > until) return
        found[at] = await pool.run(() => ({ job: task, transfer: [] }))
        progress(++done, tasks.length)
      }
    }
    await Promise.all(Array.from({ length: threads }, work))
    const all = noFindings()
    for (const findings of found) if (findings) addFindings(all, findings)
    return { findings: all, leftOut: tasks.filter((_, at) => found[at] === undefined) }
  } finally {
    await pool.close()
  }
}
