import type { EvaluationSet } from '../evaluation-set.ts'
import { sample, seededBy } from '../random.ts'

/** One piece of an evaluation, small enough that two threads end at about the same time. */
export type Task =
  | { kind: 'copies'; spec: string; part: number; parts: number }
  | { kind: 'pasted'; spec: string }
  | { kind: 'version'; spec: string; of: string }
  | { kind: 'strangers'; spec: string; only: RegExp | undefined }

/** Copies of one work are made in so many pieces: making them takes most of the time. */
const PARTS = 4

/** Of each kind some early and some late: a run that is cut short has seen something of each. */
export function tasksOf(set: EvaluationSet): Task[] {
  return sample(everyTask(set), Number.POSITIVE_INFINITY, seededBy(set.name))
}

function everyTask(set: EvaluationSet): Task[] {
  return [
    ...set.works.flatMap(({ spec }) =>
      Array.from({ length: PARTS }, (_, part) => ({ kind: 'copies' as const, spec, part, parts: PARTS })),
    ),
    ...set.works.map(({ spec }) => ({ kind: 'pasted' as const, spec })),
    ...set.versions.map(({ spec, of }) => ({ kind: 'version' as const, spec, of })),
    ...set.unrelated.map(({ spec, only }) => ({ kind: 'strangers' as const, spec, only })),
  ]
}
