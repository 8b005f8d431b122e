/**
 * The places of two lists that belong together, in order, with the greatest sum of weights. A weight of 0 never
 * belongs together. Work grows with the product of the lengths: the caller sees to it that this is small.
 */
export function commonOrder(
  aLength: number,
  bLength: number,
  weight: (i: number, j: number) => number,
): [i: number, j: number][] {
  const width = bLength + 1
  const best = new Float64Array((aLength + 1) * width)
  for (let i = aLength - 1; i >= 0; i--) {
    for (let j = bLength - 1; j >= 0; j--) {
      const together = weight(i, j)
      best[i * width + j] = Math.max(
        together > 0 ? together + best[(i + 1) * width + j + 1]! : 0,
        best[(i + 1) * width + j]!,
        best[i * width + j + 1]!,
      )
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < aLength && j < bLength;) {
    const here = best[i * width + j]!
    if (here === best[(i + 1) * width + j]!) i++
    else if (here === best[i * width + j + 1]!) j++
    else pairs.push([i++, j++])
  }
  return pairs
}
