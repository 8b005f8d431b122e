import type { FileMatch } from './types.ts'

/** Of two readings of a file the one that shows more; the first when they show the same. */
export function betterMatch(first: FileMatch, second: FileMatch): FileMatch {
  if (second.strength === 'none') return first
  const isStrong = first.strength === 'strong'
  const isOtherStrong = second.strength === 'strong'
  if (isStrong !== isOtherStrong) return isStrong ? first : second
  return totalBits(second) > totalBits(first) ? second : first
}

function totalBits(match: FileMatch): number {
  return match.originals.reduce((sum, { bits }) => sum + bits, 0)
}
