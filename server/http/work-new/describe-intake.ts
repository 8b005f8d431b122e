import type { TakenIn, WorkIntake } from '../../tasks/intake/take-in.ts'
import { links } from '../view/links.ts'

/** One intake as a document: how far it is, and what came of it. */
export interface IntakeDocument {
  id: string
  name: string
  source: string
  by: string
  startedAt: string
  state: WorkIntake['state']['kind']
  progress: { step: string; done: number | null; total: number | null } | null
  result: TakenIn | null
  problem: { code: string; message: string; fix: string } | null
  page: string
}

export function describeIntake({ id, name, source, by, startedAt, state }: WorkIntake): IntakeDocument {
  const progress = state.kind === 'reading' ? state.progress : null
  return {
    id,
    name,
    source,
    by,
    startedAt: startedAt.toISOString(),
    state: state.kind,
    progress:
      progress === null
        ? null
        : { step: progress.step, done: progress.done ?? null, total: progress.total ?? null },
    result: state.kind === 'done' ? state.result : null,
    problem: state.kind === 'failed' ? state.problem : null,
    page: links.intake(id),
  }
}
