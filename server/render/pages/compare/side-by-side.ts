import type { MatchedRange } from '../../../core/match/types.ts'
import { alignLines, changedLikeness, squeeze } from './align-lines.ts'
import { highlightLines, type Token } from './highlight.ts'
import { joinRuns } from './join-runs.ts'
import { markChanges, unmarked, type ComparedToken } from './mark-changes.ts'
import { likeness, wordsOf } from './words.ts'

export interface ComparedLine {
  number: number
  tokens: ComparedToken[]
}

/**
 * `same` to the letter, `alike` but for spacing, `changed` in some words, which are marked, `differs` altogether
 * though inside a matched run, `outside` one.
 */
export interface ComparedRow {
  state: 'same' | 'alike' | 'changed' | 'differs' | 'outside'
  original: ComparedLine | null
  found: ComparedLine | null
}

/** Matched runs that follow each other closely on both sides, read as one. Lines from 1, inclusive. */
export interface ComparedBlock {
  number: number
  original: [first: number, last: number]
  found: [first: number, last: number]
  rows: ComparedRow[]
}

export interface SideBySide {
  blocks: ComparedBlock[]
  /** Rows left out at the end: the page shows a reader's portion, not a file of any size. */
  hidden: number
}

interface Side {
  lines: readonly string[]
  tokens: readonly Token[][]
}

const around = 2
const mostRows = 1_500

/** The matched runs of a found file beside those of its original, in the order of the found file. */
export function sideBySide(
  original: { path: string; text: string },
  found: { path: string; text: string },
  ranges: readonly MatchedRange[],
): SideBySide {
  const left = readSide(original)
  const right = readSide(found)
  const blocks = joinRuns(ranges, left.lines.length, right.lines.length).map((runs, i) =>
    buildBlock(i + 1, runs, left, right),
  )
  let room = mostRows
  let hidden = 0
  const shown: ComparedBlock[] = []
  for (const block of blocks) {
    const rows = block.rows.slice(0, Math.max(0, room))
    room -= rows.length
    hidden += block.rows.length - rows.length
    if (rows.length > 0) shown.push({ ...block, rows })
  }
  return { blocks: shown, hidden }
}

function buildBlock(number: number, runs: readonly MatchedRange[], left: Side, right: Side): ComparedBlock {
  const first = runs[0]!
  const last = runs.at(-1)!
  const rows: ComparedRow[] = outside(
    left,
    right,
    first.original[0] - around,
    first.original[0] - 1,
    first.candidate[0] - around,
    first.candidate[0] - 1,
    'end',
  )
  runs.forEach((run, i) => {
    const before = runs[i - 1]
    if (before !== undefined) {
      rows.push(
        ...outside(
          left,
          right,
          before.original[1] + 1,
          run.original[0] - 1,
          before.candidate[1] + 1,
          run.candidate[0] - 1,
          'start',
        ),
      )
    }
    rows.push(...insideRun(run, left, right))
  })
  rows.push(
    ...outside(
      left,
      right,
      last.original[1] + 1,
      last.original[1] + around,
      last.candidate[1] + 1,
      last.candidate[1] + around,
      'start',
    ),
  )
  return {
    number,
    original: [first.original[0], last.original[1]],
    found: [first.candidate[0], last.candidate[1]],
    rows,
  }
}

function insideRun(
  { original: [a, b], candidate: [c, d] }: MatchedRange,
  left: Side,
  right: Side,
): ComparedRow[] {
  return alignLines(left.lines.slice(a - 1, b), right.lines.slice(c - 1, d)).map(([i, j]) => {
    const original = i === null ? null : lineOf(left, a + i)
    const found = j === null ? null : lineOf(right, c + j)
    const state = stateOf(textAt(left, original), textAt(right, found))
    if (state !== 'changed' || original === null || found === null) return { state, original, found }
    const [originalTokens, foundTokens] = markChanges(original.tokens, found.tokens)
    return {
      state,
      original: { ...original, tokens: originalTokens },
      found: { ...found, tokens: foundTokens },
    }
  })
}

function textAt({ lines }: Side, line: ComparedLine | null): string | null {
  return line === null ? null : (lines[line.number - 1] ?? null)
}

/** A line without a partner differs, unless it is empty: then only the spacing does. */
function stateOf(original: string | null, found: string | null): ComparedRow['state'] {
  if (original === null || found === null)
    return squeeze(original ?? found ?? '') === '' ? 'alike' : 'differs'
  if (original === found) return 'same'
  if (squeeze(original) === squeeze(found)) return 'alike'
  return likeness(wordsOf(original), wordsOf(found)) >= changedLikeness ? 'changed' : 'differs'
}

/** Lines beside a run, paired from its edge. */
function outside(
  left: Side,
  right: Side,
  a: number,
  b: number,
  c: number,
  d: number,
  from: 'start' | 'end',
): ComparedRow[] {
  const originals = numbers(a, b, left.lines.length)
  const founds = numbers(c, d, right.lines.length)
  const length = Math.max(originals.length, founds.length)
  const shift = (list: number[]) => (from === 'end' ? length - list.length : 0)
  return Array.from({ length }, (_, i): ComparedRow => {
    const original = originals[i - shift(originals)]
    const found = founds[i - shift(founds)]
    return {
      state: 'outside',
      original: original === undefined ? null : lineOf(left, original),
      found: found === undefined ? null : lineOf(right, found),
    }
  })
}

function numbers(first: number, last: number, end: number): number[] {
  const list: number[] = []
  for (let n = Math.max(1, first); n <= Math.min(last, end); n++) list.push(n)
  return list
}

function lineOf(side: Side, number: number): ComparedLine {
  return { number, tokens: unmarked(side.tokens[number - 1] ?? []) }
}

function readSide({ path, text }: { path: string; text: string }): Side {
  const tokens = highlightLines(text, path)
  return { tokens, lines: tokens.map((line) => line.map((token) => token.text).join('')) }
}
