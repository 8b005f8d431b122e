import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { EvaluationSet } from '../evaluation-set.ts'
import { addFindings, noFindings, type Findings } from '../findings.ts'
import type { JudgeData } from './judge-worker.ts'
import { tasksOf } from './task.ts'

/** Compares everything a set stands for, on all threads; the findings are in the order of the tasks. */
export async function judgeInThreads(
  set: EvaluationSet,
  data: JudgeData,
  threads: number,
  progress: (done: number, of: number) => void,
): Promise<Findings> {
  const tasks = tasksOf(set)
  const found: Findings[] = []
  const queue = tasks.entries()
  let done = 0
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL(`./judge-worker${extname(import.meta.filename)}`, import.meta.url), {
        workerData: data,
      })
      try {
        for (const [at, task] of queue) {
          worker.postMessage(task)
          const [findings] = (await once(worker, 'message')) as [Findings]
          found[at] = findings
          progress(++done, tasks.length)
        }
      } finally {
        await worker.terminate()
      }
    }),
  )
  const all = noFindings()
  for (const findings of found) addFindings(all, findings)
  return all
}
