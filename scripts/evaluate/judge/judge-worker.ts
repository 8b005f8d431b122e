import { parentPort, workerData } from 'node:worker_threads'
import { loadWorkIndex } from '../../../server/core/match/serialize-work-index.ts'
import type { PackageCache } from '../fetch-package.ts'
import { kitOf } from '../kits/kit.ts'
import { setNamed } from '../sets/sets.ts'
import { runTask } from './run-task.ts'
import type { Task } from './task.ts'

/** One thread of the evaluation: takes a task, answers with findings, until nothing is left. */
export interface JudgeData {
  stored: Uint8Array
  set: string
  cache: PackageCache
}

const { stored, set: name, cache } = workerData as JudgeData
const set = setNamed(name)
const bench = {
  set,
  index: loadWorkIndex(stored),
  kit: await kitOf(set.language, cache.folder),
  cache,
}
parentPort!.on('message', (task: Task) => {
  void runTask(task, bench).then((findings) => parentPort!.postMessage(findings))
})
