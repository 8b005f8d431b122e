import type { Build, EvaluationSet, WorkSource } from '../evaluation-set.ts'
import { sample, seededBy } from '../random.ts'

/** One piece of an evaluation, small enough that two threads end at about the same time. */
export type Task =
  | { kind: 'copies'; spec: string; part: number; parts: number }
  | { kind: 'pasted'; spec: string }
  | { kind: 'version'; spec: string; of: string }
  | ({ kind: 'build' } & Build)
  | { kind: 'strangers'; spec: string; only: RegExp | undefined }

/** Copies of one work are made in so many pieces: making them takes most of the time. */
const PARTS = 4

/** The work that the copies of a task are made of. */
export function workOf(task: Exclude<Task, { kind: 'strangers' }>, set: EvaluationSet): WorkSource {
  const name = 'of' in task ? task.of : task.spec
  return set.works.find(({ spec }) => spec === name)!
}

/** In a few words, for whoever reads what was left out. */
export function describeTask(task: Task): string {
  switch (task.kind) {
    case 'copies':
      return `copies of ${task.spec}, part ${task.part + 1} of ${task.parts}`
    case 'pasted':
      return `passages and bundles of ${task.spec}`
    case 'version':
      return `${task.spec} as another version of ${task.of}`
    case 'build':
      return `${task.spec} as built from ${task.of}`
    case 'strangers':
      return `${task.spec}, somebody else’s`
  }
}

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
    ...(set.builds ?? []).map((build) => ({ kind: 'build' as const, ...build })),
    ...set.unrelated.map(({ spec, only }) => ({ kind: 'strangers' as const, spec, only })),
  ]
}
