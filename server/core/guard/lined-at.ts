export interface Found {
  /** From 1. */
  line: number
}

/** The first place where a pattern matches and the match counts. */
export function linedAt(
  text: string,
  pattern: RegExp,
  counts: (match: string) => boolean = () => true,
): Found | null {
  for (const { 0: match, index } of text.matchAll(new RegExp(pattern, `g${pattern.flags}`))) {
    if (counts(match)) return { line: lineOf(text, index) }
  }
  return null
}

function lineOf(text: string, index: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) line++
  return line
}
