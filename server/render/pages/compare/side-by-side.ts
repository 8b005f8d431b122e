import type { MatchedRange } from '../../../core/match/types.ts'
import { alignLines, changedLikeness, squeeze } from './align-lines.ts'
import { cutLine } from './cut-line.ts'
import { highlightLines, type Token } from './highlight.ts'
import { joinRuns } from './join-runs.ts'
import { markChanges, unmarked, type ComparedToken } from './mark-changes.ts'
import { likeness, wordsOf } from './words.ts'

export interface ComparedLine {
  number: number
  tokens: ComparedToken[]
  /** Characters at its end that are not shown. */
  more: number
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
  /** Rows before and after those shown: the page shows a reader's portion, not a file of any size. */
  before: number
  after: number
}

interface Side {
  lines: readonly string[]
  tokens: readonly Token[][]
}

/** A row that is not made yet: of ten thousand, a portion is. */
type Place = { state: 'inside' | 'outside'; original: number | null; found: number | null }

const around = 2
export const portion = 1_500

/** The matched runs of a found file beside those of its original, in the order of the found file. */
export function sideBySide(
  original: { path: string; text: string },
  found: { path: string; text: string },
  ranges: readonly MatchedRange[],
  skip = 0,
): SideBySide {
  const left = readSide(original)
  const right = readSide(found)
  const joined = joinRuns(ranges, left.lines.length, right.lines.length)
  const blocks: ComparedBlock[] = []
  let passed = 0
  joined.forEach((runs, i) => {
    const places = placesOf(runs, left, right)
    const from = Math.max(0, skip - passed)
    const to = Math.max(0, skip + portion - passed)
    passed += places.length
    const rows = places.slice(from, to).map((place) => rowOf(place, left, right))
    if (rows.length > 0) blocks.push({ number: i + 1, ...spanOf(runs), rows })
  })
  const before = Math.min(skip, passed)
  return { blocks, before, after: Math.max(0, passed - skip - portion) }
}

function spanOf(runs: readonly MatchedRange[]): Pick<ComparedBlock, 'original' | 'found'> {
  const first = runs[0]!
  const last = runs.at(-1)!
  return {
    original: [first.original[0], last.original[1]],
    found: [first.candidate[0], last.candidate[1]],
  }
}

function placesOf(runs: readonly MatchedRange[], left: Side, right: Side): Place[] {
  const { original, found } = spanOf(runs)
  const places: Place[] = outside(
    left,
    right,
    [original[0] - around, original[0] - 1],
    [found[0] - around, found[0] - 1],
    'end',
  )
  runs.forEach((run, i) => {
    const before = runs[i - 1]
    if (before !== undefined) {
      places.push(
        ...outside(
          left,
          right,
          [before.original[1] + 1, run.original[0] - 1],
          [before.candidate[1] + 1, run.candidate[0] - 1],
          'start',
        ),
      )
    }
    places.push(...insideRun(run, left, right))
  })
  places.push(
    ...outside(
      left,
      right,
      [original[1] + 1, original[1] + around],
      [found[1] + 1, found[1] + around],
      'start',
    ),
  )
  return places
}

function insideRun({ original: [a, b], candidate: [c, d] }: MatchedRange, left: Side, right: Side): Place[] {
  return alignLines(left.lines.slice(a - 1, b), right.lines.slice(c - 1, d)).map(([i, j]) => ({
    state: 'inside',
    original: i === null ? null : a + i,
    found: j === null ? null : c + j,
  }))
}

/** The row of a place, its changed words marked. */
function rowOf(place: Place, left: Side, right: Side): ComparedRow {
  const original = place.original === null ? null : lineOf(left, place.original)
  const found = place.found === null ? null : lineOf(right, place.found)
  if (place.state === 'outside') return { state: 'outside', original, found }
  const state = stateOf(textAt(left, original), textAt(right, found))
  if (state !== 'changed' || original === null || found === null) return { state, original, found }
  const [originalTokens, foundTokens] = markChanges(original.tokens, found.tokens)
  return {
    state,
    original: { ...original, tokens: originalTokens },
    found: { ...found, tokens: foundTokens },
  }
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
  ofOriginal: [number, number],
  ofFound: [number, number],
  from: 'start' | 'end',
): Place[] {
  const originals = numbers(ofOriginal, left.lines.length)
  const founds = numbers(ofFound, right.lines.length)
  const length = Math.max(originals.length, founds.length)
  const shift = (list: number[]) => (from === 'end' ? length - list.length : 0)
  return Array.from({ length }, (_, i) => ({
    state: 'outside',
    original: originals[i - shift(originals)] ?? null,
    found: founds[i - shift(founds)] ?? null,
  }))
}

function numbers([first, last]: [number, number], end: number): number[] {
  const list: number[] = []
  for (let n = Math.max(1, first); n <= Math.min(last, end); n++) list.push(n)
  return list
}

function lineOf(side: Side, number: number): ComparedLine {
  const { tokens, more } = cutLine(side.tokens[number - 1] ?? [])
  return { number, tokens: unmarked(tokens), more }
}

function readSide({ path, text }: { path: string; text: string }): Side {
  const tokens = highlightLines(text, path)
  return { tokens, lines: tokens.map((line) => line.map((token) => token.text).join('')) }
}
