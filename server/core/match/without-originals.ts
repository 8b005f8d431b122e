import type { FileMatch } from './types.ts'

/**
 * The match as it is once these originals are out of the claim: code that an official repository publishes is no
 * evidence against anyone. Class and strength are those of the best original that is left.
 */
export function withoutOriginals(match: FileMatch, paths: ReadonlySet<string>): FileMatch {
  if (!match.originals.some((original) => paths.has(original.path))) return match
  const originals = match.originals.filter((original) => !paths.has(original.path))
  const order = { strong: 0, weak: 1, none: 2 }
  const best = [...originals].sort((a, b) => order[a.strength] - order[b.strength] || b.bits - a.bits)[0]
  return { class: best?.class ?? 'none', strength: best?.strength ?? 'none', originals }
}
