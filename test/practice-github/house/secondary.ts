import type { Limits } from './limits.ts'

const MINUTE = 60_000

/** The secondary limits: requests at the same time, and points in any one minute. */
export class SecondaryLimits {
  readonly #limits: Limits
  readonly #running = new Map<string, number>()
  readonly #points = new Map<string, { at: number; points: number }[]>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Whether the request may go on. Every one that may must be ended with `leave`. */
  enter(user: string, kind: 'rest' | 'graphql', now: Date): boolean {
    const running = this.#running.get(user) ?? 0
    const key = `${kind} ${user}`
    const since = now.getTime() - MINUTE
    const recent = (this.#points.get(key) ?? []).filter(({ at }) => at > since)
    const allowed = kind === 'rest' ? this.#limits.restPointsPerMinute : this.#limits.graphqlPointsPerMinute
    const spent = recent.reduce((sum, { points }) => sum + points, 0)
    if (running >= this.#limits.concurrency || spent >= allowed) return false
    const last = recent.at(-1)
    // Points of one second are kept together: a busy minute holds 60 entries, not 2,000.
    if (last !== undefined && now.getTime() - last.at < 1000) last.points++
    else recent.push({ at: now.getTime(), points: 1 })
    this.#points.set(key, recent)
    this.#running.set(user, running + 1)
    return true
  }

  leave(user: string): void {
    this.#running.set(user, (this.#running.get(user) ?? 1) - 1)
  }
}
