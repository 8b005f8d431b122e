import type { FileMatch, MatchedRange, OriginalMatch } from './types.ts'

/** What is read at once: memory is bounded by this, whatever the file. */
export const SEGMENT = 2_000_000
/** How far back from the end of a segment a line may begin the next one. */
const SEAM = 65_536
const LF = 0x0a
const SEMICOLON = 0x3b

/** Cuts a file where a line or at least a statement ends; one line of 50 MB is cut all the same. */
export function* segmentsOf(bytes: Uint8Array): Generator<{ start: number; end: number }> {
  let start = 0
  while (start < bytes.length) {
    const end = bytes.length - start <= SEGMENT ? bytes.length : cutBefore(bytes, start + SEGMENT)
    yield { start, end }
    start = end
  }
}

function cutBefore(bytes: Uint8Array, end: number): number {
  for (const mark of [LF, SEMICOLON]) {
    const at = bytes.lastIndexOf(mark, end - 1)
    if (at > end - SEAM) return at + 1
  }
  return end
}

/** What the segments of one file show together. Shares add up; the reason is that of the segment which shows most. */
export function mergeSegments(
  parts: readonly { match: FileMatch; share: number; firstLine: number }[],
): FileMatch {
  const byPath = new Map<string, OriginalMatch>()
  for (const { match, share, firstLine } of parts) {
    for (const found of match.originals) {
      const here = {
        ...found,
        ofCandidate: found.ofCandidate * share,
        ranges: found.ranges.map((range) => moved(range, firstLine - 1)),
      }
      const known = byPath.get(found.path)
      byPath.set(found.path, known ? together(known, here) : here)
    }
  }
  const originals = [...byPath.values()].sort(byEvidence)
  const best = originals[0]
  return best
    ? { class: best.class, strength: best.strength, originals }
    : { class: 'none', strength: 'none', originals: [] }
}

/** Strong before weak, more evidence before less, then by path: the order never depends on how a file was cut. */
export function byEvidence(a: OriginalMatch, b: OriginalMatch): number {
  return (
    Number(b.strength === 'strong') - Number(a.strength === 'strong') ||
    b.bits - a.bits ||
    (a.path < b.path ? -1 : 1)
  )
}

function moved({ candidate: [first, last], original }: MatchedRange, lines: number): MatchedRange {
  return { candidate: [first + lines, last + lines], original }
}

function together(a: OriginalMatch, b: OriginalMatch): OriginalMatch {
  const more = byEvidence(b, a) < 0 ? b : a
  return {
    ...more,
    ofOriginal: Math.min(1, a.ofOriginal + b.ofOriginal),
    ofCandidate: Math.min(1, a.ofCandidate + b.ofCandidate),
    ranges: [...a.ranges, ...b.ranges],
  }
}
