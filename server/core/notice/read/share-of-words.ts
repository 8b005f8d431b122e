const run = 4

/**
 * How much of a text is found in another, by runs of four words: 1 is all of it. Case, punctuation and line breaks
 * do not count. A text of fewer words is found whole or not at all.
 */
export function shareOfWords(wanted: string, text: string): number {
  const runs = runsOf(wanted)
  if (runs.length === 0) return 0
  const there = new Set(runsOf(text, runs[0]!.split(' ').length))
  return runs.filter((each) => there.has(each)).length / runs.length
}

function runsOf(text: string, length?: number): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const size = length ?? Math.min(run, words.length)
  if (size === 0) return []
  return words.slice(0, words.length - size + 1).map((_, at) => words.slice(at, at + size).join(' '))
}
