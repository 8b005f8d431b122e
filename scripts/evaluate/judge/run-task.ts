import { compareFile } from '../../../server/core/match/compare-file.ts'
import type { WorkIndex } from '../../../server/core/match/work-index.ts'
import { addPositive, addStranger, noFindings, type Findings } from '../findings.ts'
import type { MadeOnce } from '../made-once.ts'
import { ownersOf, strangerFiles } from '../read-work.ts'
import { disguisedOf, positivesOf } from './candidates-of.ts'
import type { Workshop } from './make-candidates.ts'
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
    for (const { kind, path, bytes } of await disguisedOf(task, files, bench, made))
      addStranger(findings, kind, `${task.spec} ${path}`, compareFile(index, { path, bytes }))
    return findings
  }
  const claimed = new Set(index.originals.filter((one) => !one.public).map(({ path }) => path))
  const truth = { isClaimed: (path: string) => claimed.has(path), ownerOf: ownersOf(set) }
  for (const positive of await positivesOf(task, bench, made))
    addPositive(findings, positive, compareFile(index, positive), truth)
  return findings
}
