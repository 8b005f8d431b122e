import { Budget } from './budget.ts'
import type { Bucket, BudgetTold, Readiness } from './budget.ts'
import type { Client, WireReply } from './client.ts'
import { MinuteWindow } from './minute-window.ts'

/**
 * Points a minute that a client may use before GitHub's secondary limits stop it. No header tells them, so they are
 * the documented ones, less a fifth: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export interface Courtesy {
  restPerMinute: number
  graphqlPerMinute: number
}

export const GITHUB_COURTESY: Courtesy = { restPerMinute: 720, graphqlPerMinute: 1600 }

const WIDEST = 8
/** So many good answers in a row before one more request may run beside the others. */
const ANSWERS_TO_WIDEN = 25
const MINUTE = 60_000
const LONGEST_PAUSE = 60 * MINUTE

/** One token: its buckets, its pauses, and how many requests it may have under way. */
export class Lane {
  readonly client: Client
  refused = false
  readonly #budgets: Record<Bucket, Budget> = {
    core: new Budget('core'),
    graphql: new Budget('graphql'),
    search: new Budget('search'),
    code_search: new Budget('code_search'),
  }
  readonly #rest: MinuteWindow
  readonly #graphql: MinuteWindow
  #running = 0
  #width = WIDEST
  #good = 0
  #pausedUntil = -Infinity
  #pauses = 0

  constructor(client: Client, courtesy: Courtesy) {
    this.client = client
    this.#rest = new MinuteWindow(courtesy.restPerMinute)
    this.#graphql = new MinuteWindow(courtesy.graphqlPerMinute)
  }

  readiness(bucket: Bucket, now: number): Readiness {
    if (now < this.#pausedUntil) return { ready: false, busy: false, at: this.#pausedUntil, spent: true }
    if (this.#running >= this.#width) return { ready: false, busy: true }
    const budget = this.#budgets[bucket].readiness(now)
    if (!budget.ready) return budget
    const at = this.#window(bucket).readyAt(now)
    return at > now ? { ready: false, busy: false, at, spent: true } : { ready: true }
  }

  told(bucket: Bucket, now: number): BudgetTold | null {
    return this.#budgets[bucket].told(now)
  }

  left(bucket: Bucket): number {
    return this.#budgets[bucket].left
  }

  start(bucket: Bucket, now: number): void {
    this.#running++
    this.#window(bucket).note(now)
    this.#budgets[bucket].start(now)
  }

  end(bucket: Bucket, headers: WireReply['headers'] | undefined, now: number, refused = false): void {
    this.#running--
    this.#budgets[bucket].end(headers, now, refused)
  }

  /** An answer that was no refusal: pauses are forgotten, and after some more the lane widens again. */
  wentWell(): void {
    this.#pauses = 0
    if (++this.#good < ANSWERS_TO_WIDEN) return
    this.#good = 0
    this.#width = Math.min(WIDEST, this.#width + 1)
  }

  /**
   * A secondary limit: the token is left alone for as long as GitHub asks (a minute when it does not say), twice as long
   * each time it is met again, and goes on with half as many requests beside each other.
   */
  slowDown(seconds: number | undefined, now: number): void {
    const asked = seconds === undefined ? MINUTE : Math.max(1, seconds) * 1000
    // Requests that ran beside each other are refused together; they are one refusal.
    if (now < this.#pausedUntil) {
      this.#pausedUntil = Math.max(this.#pausedUntil, now + asked)
      return
    }
    this.#pausedUntil = now + Math.max(asked, Math.min(asked * 2 ** this.#pauses, LONGEST_PAUSE))
    this.#pauses++
    this.#width = Math.max(1, Math.floor(this.#width / 2))
    this.#good = 0
  }

  #window(bucket: Bucket): MinuteWindow {
    return bucket === 'graphql' ? this.#graphql : this.#rest
  }
}
