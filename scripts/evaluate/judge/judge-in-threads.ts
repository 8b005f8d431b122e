import { startThread } from '../../../server/threads/start-thread.ts'
import { openThreadPool } from '../../../server/threads/thread-pool.ts'
import type { EvaluationSet } from '../evaluation-set.ts'
import { addFindings, noFindings, type Findings } from '../findings.ts'
import type { JudgeData } from './judge-thread.ts'
import { tasksOf, type Task } from './task.ts'

/** A task that takes longer hangs; an evaluation that leaves a task out would not be one. */
const LONGEST_MS = 900_000

/** Compares everything a set stands for, on all threads; the findings are in the order of the tasks. */
export async function judgeInThreads(
  set: EvaluationSet,
  data: JudgeData,
  threads: number,
  progress: (done: number, of: number) => void,
): Promise<Findings> {
  const pool = openThreadPool<Task, Findings>({
    start: () =>
      startThread('judge-thread', { beside: import.meta.url, workerData: data, resourceLimits: {} }),
    threads,
    limitMs: LONGEST_MS,
  })
  try {
    let done = 0
    const tasks = tasksOf(set)
    const found = await Promise.all(
      tasks.map(async (task) => {
        const findings = await pool.run(task)
        progress(++done, tasks.length)
        return findings
      }),
    )
    const all = noFindings()
    for (const findings of found) addFindings(all, findings)
    return all
  } finally {
    await pool.close()
  }
}
