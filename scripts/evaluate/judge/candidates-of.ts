import type { PackageFile } from '../fetch-package.ts'
import type { MadeOnce } from '../made-once.ts'
import type { Positive } from '../positives/positive.ts'
import { disguiseStrangers, makePositives, type DisguisedStranger, type Workshop } from './make-candidates.ts'
import { workOf, type Task } from './task.ts'

/*
 * What was made is known by what it was made of: the work or package, and of the set what the choice of files depends
 * on (how many works and strangers share the total, what passages are pasted into).
 */

/** The copies that a task stands for. */
export async function positivesOf(
  task: Exclude<Task, { kind: 'strangers' }>,
  workshop: Workshop,
  made: MadeOnce,
): Promise<Positive[]> {
  const { name, works, hosts } = workshop.set
  const of = [workOf(task, workshop.set), works.length, name, hosts, task]
  return await made.all(of, () => makePositives(task, workshop))
}

/** Strangers in disguise. */
export async function disguisedOf(
  task: Extract<Task, { kind: 'strangers' }>,
  files: readonly PackageFile[],
  workshop: Workshop,
  made: MadeOnce,
): Promise<DisguisedStranger[]> {
  const of = ['disguised', workshop.set.unrelated.length, task]
  return await made.all(of, () => disguiseStrangers(files, workshop))
}
