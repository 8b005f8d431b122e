import { guessLanguage } from '../fingerprint/guess-language.ts'
import { languageNamed } from '../fingerprint/language-of.ts'
import type { Language } from '../fingerprint/language.ts'
import { lex, lexStretches } from '../fingerprint/lex.ts'
import { readingRules } from '../fingerprint/reading-rules.ts'
import type { Inside } from '../unwrap/inside.ts'
import { peel, peelQuotes, type Peeled } from '../unwrap/peel.ts'
import { codeIn, stretchesOf, type LanguagePart } from '../unwrap/stretches.ts'
import { betterMatch } from './better-match.ts'
import { matchClosely } from './closely/match-closely.ts'
import { matchParts, none, scratchOf, seedsOf } from './match-parts.ts'
import { matchWhole } from './match-whole.ts'
import type { FileMatch } from './types.ts'
import type { WorkIndex } from './work-index.ts'

/** A page in a text in a message in an archive of them: nobody reads a leak through more. */
const DEEPEST = 4
/** All readings of a file together read no more than so many times its bytes. */
const MOST_READ = 8
/** Bytes. A larger text is no small file, whatever it holds. */
const LARGEST_SMALL = 40_000
/** Where a file is looked at to see whether its name tells the truth. */
const SAMPLE = 2048

interface Reading extends Inside {
  stretches: readonly LanguagePart[]
  /** What part of the file it is, 0 to 1. */
  share: number
  depth: number
}

/**
 * Compares what a text wraps: programs in another language than its name says, and each layer of what was peeled off,
 * until one is strong. The work is bounded by the bytes of the text, whatever they are.
 */
export function compareInside(
  index: WorkIndex,
  text: Inside,
  named: { language: Language; isNamed: boolean },
  peeled: readonly Peeled[],
  match: FileMatch,
): FileMatch {
  let best = match
  let budget = text.bytes.length * MOST_READ
  const queue: Reading[] = [
    ...inOtherLanguage(text, named, index.portLanguages),
    ...peeled.map((inside) => readingOf(inside, named, text.bytes.length, 1, index.portLanguages)),
  ]
  for (const reading of queue) {
    budget -= lengthOf(reading.stretches)
    if (budget < 0) break
    best = betterMatch(best, compareReading(index, reading))
    if (best.strength === 'strong') break
    const { tokens } = scratchOf(index)
    // The text was peeled when it was first read; only what it quotes depends on how it is read.
    const insides =
      reading.depth >= DEEPEST
        ? []
        : reading.depth === 0
          ? peelQuotes(reading, tokens)
          : peel(reading, tokens)
    for (const inside of insides)
      queue.push(readingOf(inside, named, text.bytes.length, reading.depth + 1, index.portLanguages))
    best = betterMatch(best, compareClosely(index, reading))
    if (best.strength === 'strong') break
  }
  return best
}

function compareReading(index: WorkIndex, reading: Reading): FileMatch {
  const { tokens } = scratchOf(index)
  const stretches = reading.stretches.map(({ language, ...place }) => ({
    ...place,
    rules: readingRules(language),
  }))
  lexStretches(reading.bytes, stretches, tokens)
  if (tokens.count === 0) return none
  if (reading.share === 1) return matchWhole(index, reading, tokens) ?? matchParts(index, reading, 1)
  if (!isProgram(reading)) return matchParts(index, reading, reading.share)
  // A program is judged as the file that it was before somebody wrapped it; a text by what part of this one it is.
  return asPart(matchParts(index, reading, 1), reading.share)
}

function isProgram({ stretches }: Reading): boolean {
  return lengthOf(programsIn(stretches)) * 2 >= lengthOf(stretches)
}

function programsIn(stretches: readonly LanguagePart[]): LanguagePart[] {
  return stretches.filter(({ language }) => language.names === 'renamable')
}

/** A reading that may be a small file is looked at as one; most of it may be comments. */
function compareClosely(index: WorkIndex, reading: Reading): FileMatch {
  const [program] = programsIn(reading.stretches).sort((a, b) => b.end - b.start - (a.end - a.start))
  const language = program?.language ?? languageNamed(index.portLanguages[0])
  if (!language || reading.bytes.length > LARGEST_SMALL) return none
  const { tokens } = scratchOf(index)
  const rules = readingRules(language)
  lex(reading.bytes, 0, reading.bytes.length, rules, tokens)
  const match = matchClosely(index, reading, rules, tokens, seedsOf(index))
  return match ? asPart(match, reading.share) : none
}

function lengthOf(stretches: readonly LanguagePart[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0)
}

function asPart(match: FileMatch, share: number): FileMatch {
  return {
    ...match,
    originals: match.originals.map((found) => ({ ...found, ofCandidate: found.ofCandidate * share })),
  }
}

/** A name may lie, and what has none may be many things one after the other. */
function inOtherLanguage(
  text: Inside,
  { language, isNamed }: { language: Language; isNamed: boolean },
  among: readonly string[],
): Reading[] {
  const { bytes } = text
  if (isNamed && language.names === 'renamable') {
    if (among.every((name) => name === language.name)) return []
    const middle = Math.max(0, (bytes.length >> 1) - SAMPLE / 2)
    const guess = guessLanguage(bytes.subarray(middle, middle + SAMPLE), among)
    if (guess === undefined || guess === language) return []
    return [{ ...text, stretches: [{ start: 0, end: bytes.length, language: guess }], share: 1, depth: 0 }]
  }
  const stretches = codeIn(bytes, among)
  const code = lengthOf(stretches)
  if (code === 0 || (code === bytes.length && stretches[0]!.language === language)) return []
  return [{ ...text, stretches, share: code / bytes.length, depth: 0 }]
}

function readingOf(
  { inside, isWhole }: Peeled,
  { language, isNamed }: { language: Language; isNamed: boolean },
  length: number,
  depth: number,
  among: readonly string[],
): Reading {
  const keepsLanguage = isWhole && isNamed && language.names === 'renamable' && depth === 1
  const stretches = keepsLanguage
    ? [{ start: 0, end: inside.bytes.length, language }]
    : stretchesOf(inside.bytes, among)
  return {
    ...inside,
    stretches,
    depth,
    share: isWhole && depth === 1 ? 1 : Math.min(QUOTED, inside.bytes.length / length),
  }
}

/** What is wrapped is never the file itself. */
const QUOTED = 0.99
