import { commonOrder } from './common-order.ts'
import type { Token } from './highlight.ts'
import { piecesOf } from './words.ts'

/** A piece of a line, and whether the line beside it lacks it. */
export interface ComparedToken extends Token {
  changed: boolean
}

/** Lines longer than this are not looked into: nobody reads them word by word. */
const mostPieces = 400

/** Marks in two lines the words and signs that the other does not have. Spacing is never marked. */
export function markChanges(
  original: readonly Token[],
  found: readonly Token[],
): [ComparedToken[], ComparedToken[]] {
  const a = splitTokens(original)
  const b = splitTokens(found)
  if (a.length > mostPieces || b.length > mostPieces) return [unmarked(original), unmarked(found)]
  const words = (pieces: readonly Token[]) => pieces.flatMap(({ text }, i) => (text.trim() === '' ? [] : [i]))
  const [aWords, bWords] = [words(a), words(b)]
  const common = commonOrder(aWords.length, bWords.length, (i, j) =>
    a[aWords[i]!]!.text === b[bWords[j]!]!.text ? 1 : 0,
  )
  const kept = (places: number[]) => new Set(places)
  return [mark(a, kept(common.map(([i]) => aWords[i]!))), mark(b, kept(common.map(([, j]) => bWords[j]!)))]
}

export function unmarked(tokens: readonly Token[]): ComparedToken[] {
  return tokens.map((token) => ({ ...token, changed: false }))
}

function splitTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap(({ kind, text }) => piecesOf(text).map((piece) => ({ kind, text: piece })))
}

function mark(pieces: readonly Token[], kept: ReadonlySet<number>): ComparedToken[] {
  const marked: ComparedToken[] = []
  pieces.forEach(({ kind, text }, i) => {
    const changed = text.trim() !== '' && !kept.has(i)
    const last = marked.at(-1)
    if (last?.kind === kind && last.changed === changed) last.text += text
    else marked.push({ kind, text, changed })
  })
  return marked
}
