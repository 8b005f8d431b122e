import { citeEarlier } from '../returns/trace-return.ts'
import type { EarlierClaim } from './types.ts'

/** A line for each repository that came back and each notice that named it before. */
export function describeHistory(history: readonly EarlierClaim[]): string[] {
  return history.map(
    ({ repository, earlier, ...cited }) => `${repository}: ${citeEarlier({ repository: earlier, ...cited })}`,
  )
}

/**
 * Whether the statute's policy on repeat infringers is in question: an account that an earlier notice named publishes
 * again. A copy by another account is a return, and no repetition by anybody who is known.
 */
export function namesRepeatInfringer(history: readonly EarlierClaim[]): boolean {
  return history.some(({ ties }) => ties.includes('owner'))
}
