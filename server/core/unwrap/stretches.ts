import { guessLanguage } from '../fingerprint/guess-language.ts'
import type { Language } from '../fingerprint/language.ts'
import { ecmascript } from '../fingerprint/languages.ts'
import { languageOfText } from '../fingerprint/language-of.ts'
import { endOfLine } from './rewrite-lines.ts'

/** A part of a text that is all in one language. */
export interface LanguagePart {
  start: number
  end: number
  language: Language
}

/** What is looked at as one, at least; a line without end is cut. */
const BLOCK = 1024
const LONGEST_BLOCK = 4096
/** Less that looks like no code, between code, is a comment or a table of it. */
const BETWEEN = 8
const DATA_HEAD = 64
const FENCE = /^[>\s]{0,12}(?:`{3,}|~{3,})/

interface Block {
  start: number
  end: number
  language: Language | undefined
  isFenced: boolean
}

/**
 * The programs inside a text that is none as a whole: fenced in Markdown, between tags, in a configuration, one file
 * after the other. A text without a name may be anything from line to line.
 *
 * @param among names of the languages that matter
 */
export function codeIn(bytes: Uint8Array, among: readonly string[]): LanguagePart[] {
  return joined(blocksOf(bytes, among)).flatMap(({ start, end, language }) =>
    language ? [{ start, end, language }] : [],
  )
}

/** The same, and what stands between the programs: prose, queries, markup. */
export function stretchesOf(bytes: Uint8Array, among: readonly string[]): LanguagePart[] {
  return joined(blocksOf(bytes, among)).map(({ start, end, language }) => ({
    start,
    end,
    language: language ?? languageOfText(bytes.subarray(start, end)),
  }))
}

const data = /^[\s\ufeff]*[[{]\s*["[{]/

/** JSON is read whole: cut anywhere, its quotes would open where they close. */
function blocksOf(bytes: Uint8Array, among: readonly string[]): Block[] {
  if (data.test(Buffer.from(bytes.subarray(0, DATA_HEAD)).toString('utf8')))
    return [{ start: 0, end: bytes.length, language: ecmascript, isFenced: false }]
  const blocks: Block[] = []
  let start = 0
  let isFenced = false
  const close = (end: number) => {
    if (end > start)
      blocks.push({ start, end, isFenced, language: guessLanguage(bytes.subarray(start, end), among) })
    start = end
    isFenced = false
  }
  for (let at = 0; at < bytes.length;) {
    const end = endOfLine(bytes, at, at + LONGEST_BLOCK)
    if (isFence(bytes, at, end)) {
      close(at)
      start = end
      isFenced = true
    } else if (end - start >= BLOCK) close(end)
    at = end
  }
  close(bytes.length)
  return blocks
}

function isFence(bytes: Uint8Array, at: number, end: number): boolean {
  let first = at
  while (first < end && (bytes[first]! <= 0x20 || bytes[first] === 0x3e)) first++
  if (bytes[first] !== 0x60 && bytes[first] !== 0x7e) return false
  return FENCE.test(Buffer.from(bytes.subarray(at, Math.min(end, at + 32))).toString('latin1'))
}

/** Neighbours in one language are one, and so is what little stands between them. */
function joined(blocks: readonly Block[]): Block[] {
  const found: Block[] = []
  for (let i = 0; i < blocks.length;) {
    const first = blocks[i]!
    let last = i
    for (let next = i + 1; next < blocks.length && next - last <= BETWEEN && !blocks[next]!.isFenced; next++)
      if (blocks[next]!.language === first.language) last = next
      else if (first.language === undefined || blocks[next]!.language !== undefined) break
    found.push({ ...first, end: blocks[last]!.end })
    i = last + 1
  }
  return found
}
