/**
 * Exact (Clopper–Pearson) bounds of a share, from `hits` of `drawn` drawn at random: no normal approximation, so that
 * they hold for samples of any size. C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404–413.
 */
export function exactInterval(
  hits: number,
  drawn: number,
  confidence: number,
): { low: number; high: number } {
  const tail = (1 - confidence) / 2
  return { low: lowerBound(hits, drawn, 1 - tail), high: upperBound(hits, drawn, 1 - tail) }
}

/** The share is at most this, with the confidence given (one-sided). Nothing drawn: at most 1. */
export function upperBound(hits: number, drawn: number, confidence: number): number {
  if (hits >= drawn) return 1
  return bisect((share) => atMost(hits, drawn, share) > 1 - confidence)
}

/** The share is at least this, with the confidence given (one-sided). */
export function lowerBound(hits: number, drawn: number, confidence: number): number {
  return hits <= 0 ? 0 : 1 - upperBound(drawn - hits, drawn, confidence)
}

/** The largest share of which `holds` is true; it is true up to there and false beyond. */
function bisect(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return high
}

/** The chance of at most `hits` in `drawn` when each is one with the chance `share`, summed in logarithms. */
function atMost(hits: number, drawn: number, share: number): number {
  if (share <= 0) return 1
  if (share >= 1) return hits >= drawn ? 1 : 0
  let logTerm = drawn * Math.log1p(-share)
  let sum = Math.exp(logTerm)
  for (let k = 1; k <= hits; k++) {
    logTerm += Math.log((drawn - k + 1) / k) + Math.log(share) - Math.log1p(-share)
    sum += Math.exp(logTerm)
  }
  return sum
}
