import { mayHoldNote, readBorrowedNote } from './borrowed-notes.ts'
import { isOwner } from './owner-name.ts'
import { commentsOf, splitComments } from './split-comments.ts'

/** Lines from 1, both ends inclusive, that a note says were taken from elsewhere. */
export interface BorrowedPart {
  lines: [first: number, last: number]
  from: string
}

/**
 * The parts of a file that its own comments give to somebody else ("Adapted from https://…" above a function).
 * Where a part ends is read off blank lines and indentation, as a person would; in doubt more is given away than was
 * borrowed, since a claim over somebody else's text is a false statement.
 * @param owners what came from elsewhere in their own house is theirs
 */
export function borrowedParts(path: string, text: string, owners: readonly string[]): BorrowedPart[] {
  const parts: BorrowedPart[] = []
  if (!mayHoldNote(text)) return parts
  let lines: string[] | undefined
  let code: string | undefined
  for (const { start, end, text: comment } of commentsOf(path, text)) {
    const note = readBorrowedNote(comment, (code ??= splitComments(path, text).code))
    if (note === null || isOwner(note.from, owners)) continue
    lines ??= text.split('\n')
    const first = lineAt(text, start)
    const last = { 'the file': lines.length, 'all that follows': lines.length, 'what comes next': 0 }
    parts.push({
      lines: [
        note.speaksFor === 'the file' ? 1 : first,
        last[note.speaksFor] || endOfNext(lines, first, lineAt(text, end - 1)),
      ],
      from: note.from,
    })
  }
  return parts
}

/** The last line of what comes next after a comment on lines `first` to `last`. */
function endOfNext(lines: readonly string[], first: number, last: number): number {
  const indent = indentOf(lines[first - 1]!)
  const stands = /^\s*(?:\/[/*]|\*|#|--|<!--|"""|''')/.test(lines[first - 1]!)
  let end = last
  let isBlank = false
  let hasBegun = !stands
  for (let line = last + 1; line <= lines.length; line++) {
    const text = lines[line - 1]!
    if (!/\S/.test(text)) {
      isBlank = hasBegun
      continue
    }
    const own = indentOf(text)
    const closes = /^\s*(?:[})\]{]|(?:end|else|elif|catch|except|finally)\b)/.test(text)
    if (own < indent || (own === indent && isBlank && !closes)) break
    if (!stands && own === indent && !closes) break
    hasBegun = true
    isBlank = false
    end = line
  }
  return end
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** The text with the borrowed parts emptied; lines keep their numbers. */
export function withoutBorrowed(path: string, text: string, owners: readonly string[]): string {
  const parts = borrowedParts(path, text, owners)
  if (parts.length === 0) return text
  const lines = text.split('\n')
  for (const {
    lines: [first, last],
  } of parts)
    lines.fill('', first - 1, last)
  return lines.join('\n')
}
