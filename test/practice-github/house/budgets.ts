import type { Limits } from './limits.ts'

export type Bucket = 'core' | 'graphql' | 'search' | 'code_search'

const HOUR = 3600
const MINUTE = 60
const WINDOW_SECONDS: Record<Bucket, number> = {
  core: HOUR,
  graphql: HOUR,
  search: MINUTE,
  code_search: MINUTE,
}

export interface Budget {
  limit: number
  used: number
  remaining: number
  /** Seconds since 1970. */
  reset: number
}

/** The primary limits: what each user has used of each bucket in its current window. */
export class Budgets {
  readonly #limits: Limits
  readonly #used = new Map<string, { used: number; reset: number }>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** `user` is undefined for requests without a token, which share the address's small budget. */
  state(user: string | undefined, bucket: Bucket, now: Date): Budget {
    const { used, reset } = this.#window(user, bucket, now)
    const limit = this.#limit(user, bucket)
    return { limit, used: Math.min(used, limit), remaining: Math.max(0, limit - used), reset }
  }

  /** Takes `cost` when anything is left; the last request may overdraw, as a costly GraphQL query does. */
  take(user: string | undefined, bucket: Bucket, cost: number, now: Date): boolean {
    const window = this.#window(user, bucket, now)
    if (window.used >= this.#limit(user, bucket)) return false
    window.used += cost
    return true
  }

  /** Gives back what a 304 cost, or (with a negative cost) deducts what a timeout costs on top. */
  giveBack(user: string | undefined, bucket: Bucket, cost: number, now: Date): void {
    this.#window(user, bucket, now).used -= cost
  }

  /** For stories: so much of a bucket is left. */
  leave(user: string | undefined, bucket: Bucket, remaining: number, now: Date): void {
    this.#window(user, bucket, now).used = this.#limit(user, bucket) - remaining
  }

  #window(user: string | undefined, bucket: Bucket, now: Date) {
    const seconds = Math.floor(now.getTime() / 1000)
    const key = `${bucket} ${user ?? ''}`
    const current = this.#used.get(key)
    if (current !== undefined && current.reset > seconds) return current
    const fresh = { used: 0, reset: seconds + WINDOW_SECONDS[bucket] }
    this.#used.set(key, fresh)
    return fresh
  }

  #limit(user: string | undefined, bucket: Bucket): number {
    const { core, graphql, search, codeSearch, anonymous } = this.#limits
    if (user === undefined)
      return bucket === 'core' ? anonymous : bucket === 'search' ? Math.min(search, 10) : 0
    return { core, graphql, search, code_search: codeSearch }[bucket]
  }
}

export function budgetHeaders(
  bucket: Bucket,
  { limit, remaining, used, reset }: Budget,
): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': bucket,
  }
}
