import { splitComments } from '../original/split-comments.ts'
import { mostDistinctive } from './distinctive-phrase.ts'
import type { Phrase } from './distinctive-phrase.ts'
import { confidentialBy } from './confidential.ts'
import { wordRuns } from './query-words.ts'
import type { Rarity } from './rarity.ts'

/** What one original offers for a search. Lines that hold something confidential have no part in it. */
export interface ProbeMaterial {
  /** The rarest names that the original declares: its author's choice, not a library's. */
  declared: string[]
  /** Its most distinctive phrases from messages: they survive renaming, minifying, and another language. */
  messages: Phrase[]
  /** How many lines must not be quoted, and the words that stand in them. */
  confidentialLines: number
  confidentialWords: Set<string>
}

/** A file declares a few names that matter and many that do not. */
const mostNames = 40
/** Lines longer than this are packed or data, and no formatter keeps them. */
const longestLine = 400

const declaration =
  /\b(?:function\*?|class|interface|type|enum|struct|trait|record|object|protocol|module|namespace|const|let|var|val|def|fn|func|fun|sub|define|static|async|get|set)\s+([A-Za-z_]\w*)|^\s*(?:(?:public|private|protected|static|readonly|async|final|override|abstract)\s+)*([A-Za-z_]\w*)\s*(?:\??\s*[:=](?!=)|\([^()\n]*\)[^;\n]*\{\s*$)/gm
const passingOn = /^\s*(?:import|export\s*(?:\*|\{)|from|using|#\s*include|package|require|use)\b/
const literal = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g

/** Takes an original's text apart. Comments are left out: people write about people there, and builds drop them. */
export function readProbeMaterial(path: string, text: string, rarity: Rarity): ProbeMaterial {
  const declared = new Set<string>()
  const confidentialWords = new Set<string>()
  const messages: string[][] = []
  let confidentialLines = 0
  for (const line of codeLines(path, text)) {
    if (confidentialBy(line) === null) {
      readLine(line, declared, messages)
    } else {
      confidentialLines += 1
      addWords(line, confidentialWords)
    }
  }
  return {
    declared: rarest(declared, rarity),
    messages: mostDistinctive(messages, rarity),
    confidentialLines,
    confidentialWords,
  }
}

/** The most distinctive phrases of the lines themselves, for an original that offers nothing better. */
export function readLinePhrases(path: string, text: string, rarity: Rarity): Phrase[] {
  const lines = codeLines(path, text).filter((line) => confidentialBy(line) === null)
  return mostDistinctive(lines.flatMap(wordRuns), rarity)
}

function rarest(names: Iterable<string>, rarity: Rarity): string[] {
  return [...names]
    .map((name) => ({ name, bits: rarity.ofWord(name) }))
    .sort((a, b) => b.bits - a.bits || (a.name < b.name ? -1 : 1))
    .slice(0, mostNames)
    .map(({ name }) => name)
}

function codeLines(path: string, text: string): string[] {
  const lines = splitComments(path, text).code.split('\n')
  return lines.filter((line) => line.length <= longestLine && !passingOn.test(line))
}

function readLine(line: string, declared: Set<string>, messages: string[][]): void {
  for (const found of line.matchAll(declaration)) addWords(found[1] ?? found[2] ?? '', declared)
  if (!/["'`]/.test(line)) return
  for (const found of line.matchAll(literal)) {
    const message = withoutHoles(found[1] ?? found[2] ?? found[3] ?? '')
    if (message.includes(' ')) messages.push(...wordRuns(message))
  }
}

function addWords(text: string, to: Set<string>): void {
  for (const run of wordRuns(text)) for (const word of run) to.add(word)
}

/** The holes of a template break its words apart. */
function withoutHoles(message: string): string {
  return message.replace(/\$\{[^{}]*\}|%[a-z]|\\./gi, ' - ')
}
