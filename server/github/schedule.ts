import { ClawbackError } from '../errors.ts'
import type { Bucket, Readiness } from './budget.ts'
import type { Lane } from './lane.ts'
import type { Wait } from './wait.ts'

/** Who may stop the requests, and who is told that they wait. */
export interface Watch {
  signal?: AbortSignal | undefined
  /** A budget is spent, or GitHub asked to slow down: nothing is sent for this bucket until then. */
  onWait?: ((bucket: Bucket, until: Date) => void) | undefined
}

/**
 * Gives each request the token that may send it soonest. No request starts while its budget is known to be spent or
 * its token was asked to slow down.
 */
export class Schedule {
  readonly #lanes: readonly Lane[]
  readonly #clock: () => Date
  readonly #watch: Watch
  #waiting: (() => void)[] = []

  constructor(lanes: readonly Lane[], clock: () => Date, watch: Watch = {}) {
    this.#lanes = lanes
    this.#clock = clock
    this.#watch = watch
  }

  /**
   * Waits, within the patience of `wait`, for a lane and starts a request on it. `retryAt`: the patience is not
   * enough, and that is when it would be.
   * @throws ClawbackError GITHUB_CREDENTIALS_REFUSED when GitHub refused every token, STOPPED when told to stop.
   */
  async start(bucket: Bucket, wait: Wait): Promise<{ lane: Lane } | { retryAt: Date }> {
    for (;;) {
      if (this.#watch.signal?.aborted === true) throw stopped()
      const now = this.#clock().getTime()
      const open = this.#lanes.filter((lane) => !lane.refused)
      if (open.length === 0) throw credentialsRefused()
      const lane = fullest(
        open.filter((candidate) => candidate.readiness(bucket, now).ready),
        bucket,
      )
      if (lane !== undefined) {
        lane.start(bucket, now)
        return { lane }
      }
      const next = soonest(open.map((candidate) => candidate.readiness(bucket, now)))
      if (next === undefined) await this.#released()
      else if (!next.spent) await wait.pace(next.at - now)
      else {
        if (wait.lasts(next.at)) this.#watch.onWait?.(bucket, new Date(next.at))
        if (!(await wait.until(next.at))) return { retryAt: new Date(next.at) }
      }
    }
  }

  /** To be called after a lane's `end`: others may have waited for it. */
  release(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resume of waiting) resume()
  }

  #released(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}

export function credentialsRefused(): ClawbackError {
  return new ClawbackError(
    'GITHUB_CREDENTIALS_REFUSED',
    'GitHub refused the credentials (401)',
    'Check GITHUB_TOKEN: it may have expired or been revoked. A token without any scope is enough.',
    { exitCode: 4 },
  )
}

function stopped(): ClawbackError {
  return new ClawbackError(
    'STOPPED',
    'It was told to stop',
    'The state is saved: the same command goes on.',
    { exitCode: 3 },
  )
}

function fullest(lanes: readonly Lane[], bucket: Bucket): Lane | undefined {
  let best: Lane | undefined
  for (const lane of lanes) if (best === undefined || lane.left(bucket) > best.left(bucket)) best = lane
  return best
}

/** `undefined`: an answer that is under way may free a lane before any clock does. */
function soonest(all: readonly Readiness[]): { at: number; spent: boolean } | undefined {
  let best: { at: number; spent: boolean } | undefined
  for (const readiness of all) {
    if (readiness.ready || readiness.busy) return undefined
    if (best === undefined || readiness.at < best.at) best = readiness
  }
  return best
}
