/** A question that could be asked, and the originals (by number) that it would find. */
export interface ProbeCandidate {
  query: string
  original: string
  why: string
  covers: ReadonlySet<number>
  bits: number
}

/**
 * Chooses at most `limit` candidates: each time the one that finds most originals not found yet, among equals the
 * rarest. When all are found that can be, a second round finds them again by other words, for copies that renamed.
 * Greedy cover is within ln(n) of the best choice (Chvátal 1979), and simple enough to explain.
 */
export function coverGreedily(candidates: readonly ProbeCandidate[], limit: number): ProbeCandidate[] {
  const chosen: ProbeCandidate[] = []
  let left = [...candidates].sort(byRarity)
  let found = new Set<number>()
  while (chosen.length < limit && left.length > 0) {
    const best = bestOf(left, found)
    if (best === null) {
      found = new Set()
      continue
    }
    chosen.push(best)
    for (const original of best.covers) found.add(original)
    left = left.filter((candidate) => candidate !== best)
  }
  return chosen
}

function bestOf(candidates: readonly ProbeCandidate[], found: ReadonlySet<number>): ProbeCandidate | null {
  let best: ProbeCandidate | null = null
  let most = 0
  for (const candidate of candidates) {
    if (candidate.covers.size <= most) continue
    let gain = 0
    for (const original of candidate.covers) if (!found.has(original)) gain += 1
    if (gain > most) [best, most] = [candidate, gain]
  }
  return best
}

function byRarity(a: ProbeCandidate, b: ProbeCandidate): number {
  return b.bits - a.bits || (a.query < b.query ? -1 : 1)
}
