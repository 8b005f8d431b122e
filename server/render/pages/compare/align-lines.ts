/** Two lines beside each other, by their place in the texts given; null where one side has no partner. */
export type LinePair = [original: number | null, found: number | null]

/** Beyond this many comparisons lines are put beside each other in order; a reader gains nothing from more. */
const mostCells = 1_000_000

/**
 * Puts the lines of two texts beside each other: lines that read alike but for their spacing face each other
 * (longest common subsequence), and what lies between faces each other in order.
 */
export function alignLines(original: readonly string[], found: readonly string[]): LinePair[] {
  const a = original.map(squeeze)
  const b = found.map(squeeze)
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - start && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail++
  const anchors: [number, number][] = [
    ...range(start).map((i): [number, number] => [i, i]),
    ...commonLines(a.slice(start, a.length - tail), b.slice(start, b.length - tail)).map(
      ([i, j]): [number, number] => [i + start, j + start],
    ),
    ...range(tail).map((i): [number, number] => [a.length - tail + i, b.length - tail + i]),
  ]
  return fillBetween(anchors, a.length, b.length)
}

export function squeeze(line: string): string {
  return line.replace(/\s+/g, '')
}

function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > mostCells) return []
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return pairs
}

function fillBetween(anchors: readonly [number, number][], aEnd: number, bEnd: number): LinePair[] {
  const pairs: LinePair[] = []
  let i = 0
  let j = 0
  for (const [nextI, nextJ] of [...anchors, [aEnd, bEnd] as const]) {
    while (i < nextI || j < nextJ) pairs.push([i < nextI ? i++ : null, j < nextJ ? j++ : null])
    if (nextI < aEnd && nextJ < bEnd) pairs.push([i++, j++])
  }
  return pairs
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i)
}
