import { commonOrder } from './common-order.ts'
import { likeness, wordsOf } from './words.ts'

/** Two lines beside each other, by their place in the texts given; null where one side has no partner. */
export type LinePair = [original: number | null, found: number | null]

/** Beyond this many comparisons lines are put beside each other in order; a reader gains nothing from more. */
const mostCells = 1_000_000
const mostGapCells = 4_000

/** From here on two lines are one line, changed. */
export const changedLikeness = 0.4

/**
 * Puts the lines of two texts beside each other. Lines that read alike but for their spacing face each other
 * first; between those, lines that share enough words; what is left stands in order.
 */
export function alignLines(original: readonly string[], found: readonly string[]): LinePair[] {
  const a = original.map(squeeze)
  const b = found.map(squeeze)
  const pairs: LinePair[] = []
  let i = 0
  let j = 0
  for (const [nextI, nextJ] of [...anchors(a, b), [a.length, b.length] as const]) {
    pairs.push(...alignGap(original.slice(i, nextI), found.slice(j, nextJ), i, j))
    if (nextI < a.length && nextJ < b.length) pairs.push([nextI, nextJ])
    i = nextI + 1
    j = nextJ + 1
  }
  return pairs
}

export function squeeze(line: string): string {
  return line.replace(/\s+/g, '')
}

/** Lines that are the same but for spacing, in order: the ends first, which is all there is in an exact copy. */
function anchors(a: readonly string[], b: readonly string[]): [number, number][] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let tail = 0
  while (tail < shorter - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [aInner, bInner] = [a.length - tail - start, b.length - tail - start]
  const inner =
    aInner * bInner > mostCells
      ? []
      : commonOrder(aInner, bInner, (i, j) => (a[start + i] === b[start + j] ? 1 : 0))
  return [
    ...range(start).map((n): [number, number] => [n, n]),
    ...inner.map(([i, j]): [number, number] => [start + i, start + j]),
    ...range(tail).map((n): [number, number] => [a.length - tail + n, b.length - tail + n]),
  ]
}

/** Lines between two anchors; `i` and `j` are where they begin. */
function alignGap(original: readonly string[], found: readonly string[], i: number, j: number): LinePair[] {
  const a = original.map(wordsOf)
  const b = found.map(wordsOf)
  const alike =
    a.length * b.length > mostGapCells
      ? []
      : commonOrder(a.length, b.length, (m, n) => {
          const share = likeness(a[m]!, b[n]!)
          return share >= changedLikeness ? share : 0
        })
  const pairs: LinePair[] = []
  let m = 0
  let n = 0
  for (const [nextM, nextN] of [...alike, [a.length, b.length] as const]) {
    while (m < nextM || n < nextN) pairs.push([m < nextM ? i + m++ : null, n < nextN ? j + n++ : null])
    if (nextM < a.length && nextN < b.length) pairs.push([i + m++, j + n++])
  }
  return pairs
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i)
}
