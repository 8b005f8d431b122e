import type { Language } from '../fingerprint/language.ts'
import { lex } from '../fingerprint/lex.ts'
import { readPassages } from '../fingerprint/read-passages.ts'
import { readingRules, type ReadingRules } from '../fingerprint/reading-rules.ts'
import type { Tokens } from '../fingerprint/tokens.ts'
import type { Inside } from '../unwrap/inside.ts'
import { peel, peelProgram } from '../unwrap/peel.ts'
import { betterMatch } from './better-match.ts'
import { matchClosely } from './closely/match-closely.ts'
import { compareInside } from './compare-inside.ts'
import { findPorts } from './find-ports.ts'
import { linesWhenAsked } from './line-index.ts'
import { matchParts, none, scratchOf, seedsOf } from './match-parts.ts'
import { matchWhole } from './match-whole.ts'
import { startOfCode } from './start-of-code.ts'
import type { FileMatch } from './types.ts'
import type { WorkIndex } from './work-index.ts'

/**
 * Compares a text with a work: as it is, then what it holds in comments and in quotes, then what it wraps.
 *
 * @param isNamed the language is what the file's name says; otherwise what its text looks like
 */
export function compareText(
  index: WorkIndex,
  bytes: Uint8Array,
  { language, isNamed }: { language: Language; isNamed: boolean },
): FileMatch {
  const rules = readingRules(language)
  const { tokens } = scratchOf(index)
  const text = { bytes, lines: linesWhenAsked(bytes) }
  lex(bytes, startOfCode(bytes, rules), bytes.length, rules, tokens)
  const copied = compareTokens(index, text, rules, tokens)
  if (copied.strength === 'strong') return copied
  const match = copied.strength === 'none' ? portOf(index, language, bytes, tokens) : copied
  const peeled = isNamed && rules.renamable ? peelProgram(text, tokens) : peel(text, tokens)
  const quoted = betterMatch(match, comparePassages(index, text, language))
  return quoted.strength === 'strong'
    ? quoted
    : compareInside(index, text, { language, isNamed }, peeled, quoted)
}

function compareTokens(index: WorkIndex, text: Inside, rules: ReadingRules, tokens: Tokens): FileMatch {
  const whole = matchWhole(index, text, tokens)
  if (whole?.strength === 'strong') return whole
  const seeds = seedsOf(index)
  const match = whole ?? matchParts(index, text, 1, seeds)
  return match.strength === 'strong' ? match : (matchClosely(index, text, rules, tokens, seeds) ?? match)
}

/** A copy that was commented out, or put in quotes, is a copy. */
function comparePassages(index: WorkIndex, text: Inside, language: Language): FileMatch {
  const { tokens } = scratchOf(index)
  if (tokens.passages.length === 0) return none
  const outside = tokens.count
  const bytes = readPassages(text.bytes, readingRules(language), tokens)
  return bytes ? matchParts(index, { ...text, bytes }, tokens.count / (tokens.count + outside)) : none
}

function portOf(index: WorkIndex, language: Language, bytes: Uint8Array, tokens: Tokens): FileMatch {
  const originals = findPorts(index, language, bytes, tokens)
  return originals.length === 0 ? none : { class: 'port', strength: 'weak', originals }
}
