import { compareFile } from '../../../server/core/match/compare-file.ts'
import type { WorkIndex } from '../../../server/core/match/work-index.ts'
import { addPositive, addStranger, noFindings, type Findings } from '../findings.ts'
import type { MadeOnce } from '../made-once.ts'
import { strangerFiles } from '../read-work.ts'
import { disguiseStrangers, makePositives, type Workshop } from './make-candidates.ts'
import type { Task } from './task.ts'

/** What a thread does its tasks with. */
export interface Bench extends Workshop {
  index: WorkIndex
  made: MadeOnce
}

/** Compares what one task stands for. The same findings whichever thread does it. */
export async function runTask(task: Task, bench: Bench): Promise<Findings> {
  const findings = noFindings()
  const { index, made, set } = bench
  if (task.kind === 'strangers') {
    const files = await strangerFiles(task, bench.kit, bench.cache)
    for (const file of files)
      addStranger(findings, 'as they are', `${task.spec} ${file.path}`, compareFile(index, file))
    const disguised = await made.all(['disguised', task], () => disguiseStrangers(files, bench))
    for (const { kind, path, bytes } of disguised)
      addStranger(findings, kind, `${task.spec} ${path}`, compareFile(index, { path, bytes }))
    return findings
  }
  const claimed = new Set(index.originals.filter((one) => !one.public).map(({ path }) => path))
  const work = set.works.find(({ spec }) => spec === (task.kind === 'version' ? task.of : task.spec))!
  const positives = await made.all([work, set.hosts, task], () => makePositives(task, work, bench))
  for (const positive of positives)
    addPositive(findings, positive, compareFile(index, positive), (path) => claimed.has(path))
  return findings
}
