import type { WireReply } from './client.ts'

/** GitHub's rate-limit resources that Clawback uses. */
export type Bucket = 'core' | 'graphql' | 'search' | 'code_search'

export type Readiness =
  | { ready: true }
  /** Nothing to wait for but an answer that is under way. */
  | { ready: false; busy: true }
  /** `spent`: the budget is used up until then; otherwise only the pace asks to wait. */
  | { ready: false; busy: false; at: number; spent: boolean }

export interface BudgetTold {
  limit: number
  remaining: number
  resetAt: Date
}

/**
 * One bucket of one token, as its `x-ratelimit-*` headers tell. Until the first answer, and after each reset, one
 * request goes alone to learn them. Searches go one at a time and evenly over what is left of their minute, because
 * bursts meet secondary limits long before the budget is spent (plugin-throttling#454).
 */
export class Budget {
  readonly #isSearch: boolean
  #known: { limit: number; remaining: number; resetAt: number } | undefined
  /** A server that sends no headers counts nothing (Enterprise Server by default). */
  #unmetered = false
  #running = 0
  #lastStart = -Infinity

  constructor(bucket: Bucket) {
    this.#isSearch = bucket === 'search' || bucket === 'code_search'
  }

  readiness(now: number): Readiness {
    if (this.#known !== undefined && now >= this.#known.resetAt) this.#known = undefined
    if (this.#isSearch && this.#running > 0) return { ready: false, busy: true }
    if (this.#unmetered) return { ready: true }
    if (this.#known === undefined) return this.#running > 0 ? { ready: false, busy: true } : { ready: true }
    const { remaining, resetAt } = this.#known
    if (remaining <= this.#running) {
      return this.#running > 0
        ? { ready: false, busy: true }
        : { ready: false, busy: false, at: resetAt, spent: true }
    }
    if (!this.#isSearch) return { ready: true }
    const at = this.#lastStart + (resetAt - this.#lastStart) / (remaining + 1)
    return at > now ? { ready: false, busy: false, at, spent: false } : { ready: true }
  }

  /** As the headers last told; null before the first answer, after a reset, and where nothing is counted. */
  told(now: number): BudgetTold | null {
    if (this.#known === undefined || now >= this.#known.resetAt) return null
    const { limit, remaining, resetAt } = this.#known
    return { limit, remaining, resetAt: new Date(resetAt) }
  }

  /** How much is left, as far as known: the fuller of two tokens goes first. */
  get left(): number {
    return this.#known === undefined ? Infinity : this.#known.remaining - this.#running
  }

  start(now: number): void {
    this.#running++
    this.#lastStart = now
  }

  /** `headers` undefined: no answer came, or a gateway's. `refused`: the answer was that the budget is spent. */
  end(headers: WireReply['headers'] | undefined, now: number, refused: boolean): void {
    this.#running--
    if (headers === undefined) return
    const told = readHeaders(headers, now)
    if (told === undefined) {
      this.#unmetered = this.#known === undefined && !refused
      return
    }
    this.#unmetered = false
    const known = this.#known
    // Answers overtake each other: within one window the smaller number is the newer one.
    const sameWindow = known !== undefined && Math.abs(known.resetAt - told.resetAt) < 3000
    this.#known = sameWindow ? { ...told, remaining: Math.min(known.remaining, told.remaining) } : told
    if (refused) this.#known = { ...told, remaining: 0, resetAt: Math.max(told.resetAt, now + SECOND) }
  }
}

const SECOND = 1000

/**
 * The reset is taken as a time from now by GitHub's own clock (`date`), so that a wrong clock here waits neither too
 * long nor too short. Both headers count whole seconds: one is added.
 */
function readHeaders(headers: WireReply['headers'], now: number) {
  const limit = readNumber(headers['x-ratelimit-limit'])
  const remaining = readNumber(headers['x-ratelimit-remaining'])
  const reset = readNumber(headers['x-ratelimit-reset'])
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined
  const date = Date.parse(headers['date'] ?? '')
  const skew = Number.isNaN(date) ? 0 : now - date
  return { limit, remaining, resetAt: reset * SECOND + skew + SECOND }
}

export function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
