import { workerData } from 'node:worker_threads'
import { loadWorkIndex } from '../../../server/core/match/serialize-work-index.ts'
import { answerJobs } from '../../../server/threads/answer-jobs.ts'
import type { PackageCache } from '../fetch-package.ts'
import { kitOf } from '../kits/kit.ts'
import { MadeOnce } from '../made-once.ts'
import { setNamed } from '../sets/sets.ts'
import { runTask } from './run-task.ts'
import type { Task } from './task.ts'

export interface JudgeData {
  /** The stored index, in memory that threads share. */
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
  made: await MadeOnce.in(cache.folder),
}
answerJobs((task: Task) => runTask(task, bench))
