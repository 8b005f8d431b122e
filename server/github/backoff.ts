/** After so many faults in a row a question is given up: *could not tell*. */
export const MOST_FAULTS = 5

const FIRST = 1000
const LONGEST = 60_000

/** Milliseconds before the next try: doubled each time, and drawn from its upper half so that clients do not march in step. */
export function backoff(faults: number, random: () => number): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** (faults - 1))
  return Math.round(longest * (0.5 + random() / 2))
}
