import { ClawbackError } from '../../errors.ts'
import type { Progress, ProgressReport } from '../progress.ts'

/** One source that is being taken in, or was. Kept in memory: a work is entered whole or not at all. */
export interface Intake<Result> {
  id: string
  /** What is taken in, and from what, in words. */
  name: string
  source: string
  by: string
  startedAt: Date
  state: IntakeState<Result>
}

export type IntakeState<Result> =
  | { kind: 'waiting' }
  | { kind: 'reading'; progress: ProgressReport | null }
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; problem: { code: string; message: string; fix: string } }
  | { kind: 'stopped' }

export interface IntakeWork<Result> {
  name: string
  source: string
  by: string
  work: (progress: Progress, signal: AbortSignal) => Promise<Result>
  /** Done at the end, however it ends. */
  finish: () => Promise<void>
}

export interface Intakes<Result> {
  /**
   * Keeps a place for what is still being sent; gives what frees it, once.
   * @throws ClawbackError INTAKES_FULL, before anything is sent
   */
  reserve: () => () => void
  /** Begins as soon as those before it have ended. @throws ClawbackError INTAKES_FULL */
  begin: (work: IntakeWork<Result>) => Intake<Result>
  /** @throws ClawbackError INTAKE_UNKNOWN */
  find: (id: string) => Intake<Result>
  /** Those that have not ended, the oldest first. */
  underWay: () => Intake<Result>[]
  /** Stops one that waits or reads; what is about to be entered is entered. */
  stop: (id: string) => void
  /** Stops all, and resolves when the last one has ended. */
  close: () => Promise<void>
}

/** One at a time: reading takes a processor and, while it lasts, the memory of the whole work. */
const mostWaiting = 8
const mostKept = 50

export function createIntakes<Result>({
  clock,
  newId,
  tellDefect,
}: {
  clock: () => Date
  newId: () => string
  /** An error of ours, whose message may hold what is confidential. */
  tellDefect: (error: unknown) => void
}): Intakes<Result> {
  const all = new Map<string, { intake: Intake<Result>; abort: AbortController }>()
  let last: Promise<void> = Promise.resolve()
  let reserved = 0

  function underWay(): Intake<Result>[] {
    return [...all.values()].map(({ intake }) => intake).filter((intake) => !hasEnded(intake))
  }

  function requireRoom(): void {
    if (underWay().length + reserved < mostWaiting) return
    throw new ClawbackError(
      'INTAKES_FULL',
      `${mostWaiting} sources are being sent or read already`,
      'Wait until the first of them has been read, then send this one again.',
      { exitCode: 3 },
    )
  }

  async function take(intake: Intake<Result>, work: IntakeWork<Result>, signal: AbortSignal) {
    const end = await endOf(intake, work, signal)
    // First what was uploaded goes, then it is said that it is gone.
    await work.finish().catch(tellDefect)
    intake.state = end
  }

  async function endOf(
    intake: Intake<Result>,
    { work }: IntakeWork<Result>,
    signal: AbortSignal,
  ): Promise<IntakeState<Result>> {
    try {
      signal.throwIfAborted()
      intake.state = { kind: 'reading', progress: null }
      const result = await work((progress) => (intake.state = { kind: 'reading', progress }), signal)
      return { kind: 'done', result }
    } catch (error) {
      return signal.aborted ? { kind: 'stopped' } : { kind: 'failed', problem: describe(error) }
    }
  }

  function describe(error: unknown) {
    if (error instanceof ClawbackError) return { code: error.code, message: error.message, fix: error.fix }
    tellDefect(error)
    return {
      code: 'UNEXPECTED',
      message: 'Something went wrong in Clawback itself',
      fix: 'The log of "clawback serve" says where. Nothing was entered.',
    }
  }

  return {
    reserve() {
      requireRoom()
      reserved++
      return () => {
        reserved--
      }
    },
    begin(work) {
      requireRoom()
      const { name, source, by } = work
      const intake: Intake<Result> = {
        id: newId(),
        name,
        source,
        by,
        startedAt: clock(),
        state: { kind: 'waiting' },
      }
      const abort = new AbortController()
      all.set(intake.id, { intake, abort })
      for (const [id, kept] of all) if (all.size > mostKept && hasEnded(kept.intake)) all.delete(id)
      last = last.then(() => take(intake, work, abort.signal))
      return intake
    },
    find(id) {
      const kept = all.get(id)
      if (kept !== undefined) return kept.intake
      throw new ClawbackError(
        'INTAKE_UNKNOWN',
        'Nothing is being read under this address',
        'If Clawback was started again meanwhile, it was not entered: look among the works, and send it again if it is not there.',
      )
    },
    underWay,
    stop: (id) => all.get(id)?.abort.abort(),
    async close() {
      for (const { abort } of all.values()) abort.abort()
      await last
    },
  }
}

function hasEnded({ state }: Intake<unknown>): boolean {
  return state.kind !== 'waiting' && state.kind !== 'reading'
}
