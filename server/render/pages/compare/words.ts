/** The words and signs of a line, without its spaces. */
export function wordsOf(line: string): string[] {
  return line.match(word) ?? []
}

/** Words, signs and spaces of a text, in order: joined they are the text. */
export function piecesOf(text: string): string[] {
  return text.match(piece) ?? []
}

const word = /[\p{L}\p{N}_$]+|[^\s]/gu
const piece = /[\p{L}\p{N}_$]+|\s+|[^\s]/gu

/** From 0 to 1: how much two lines share, counting each word as often as it stands. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1
  const counts = new Map<string, number>()
  for (const one of a) counts.set(one, (counts.get(one) ?? 0) + 1)
  let shared = 0
  for (const one of b) {
    const left = counts.get(one) ?? 0
    if (left > 0) shared++
    counts.set(one, left - 1)
  }
  return (2 * shared) / (a.length + b.length)
}
