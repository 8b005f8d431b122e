import type { Token } from './highlight.ts'

/** Nobody reads more of a line; a bundle's only line has a million characters. */
const most = 600

/** The beginning of a line, and how many characters of it are left out. A character of two units is never halved. */
export function cutLine(tokens: readonly Token[]): { tokens: Token[]; more: number } {
  const length = tokens.reduce((sum, { text }) => sum + text.length, 0)
  if (length <= most) return { tokens: [...tokens], more: 0 }
  const kept: Token[] = []
  let room = most
  for (const token of tokens) {
    if (room <= 0) break
    let text = token.text.slice(0, room)
    if (/[\uD800-\uDBFF]$/.test(text) && text.length < token.text.length) text = text.slice(0, -1)
    room -= token.text.length
    if (text !== '') kept.push({ ...token, text })
  }
  return { tokens: kept, more: length - kept.reduce((sum, { text }) => sum + text.length, 0) }
}
