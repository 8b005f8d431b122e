import { splitComments } from '../original/split-comments.ts'
import { confidentialBy } from './confidential.ts'
import { mostWords, wordRuns } from './query-words.ts'
import { phraseBits } from './rarity.ts'

/** What one original offers for a search. Lines that hold something confidential have no part in it. */
export interface ProbeMaterial {
  /** Names that the original declares: its author's choice, not a library's. */
  declared: Set<string>
  /** All words of its code. */
  words: Set<string>
  /** Distinctive phrases from its messages: they survive renaming, minifying, and moving to another language. */
  messages: string[][]
  /** Distinctive phrases from its lines, for want of better. */
  lines: string[][]
  /** How many lines must not be quoted, and the words that stand in them. */
  confidentialLines: number
  confidentialWords: Set<string>
}

/** Three or four uncommon words side by side; fewer bits let ordinary sentences through. */
export const phraseBitsNeeded = 34
/** Lines longer than this are packed or data, and no formatter keeps them. */
const longestLine = 400

const declaration =
  /\b(?:function\*?|class|interface|type|enum|struct|trait|record|object|protocol|module|namespace|const|let|var|val|def|fn|func|fun|sub|define|static|async|get|set)\s+([A-Za-z_]\w*)|^\s*(?:(?:public|private|protected|static|readonly|async|final|override|abstract)\s+)*([A-Za-z_]\w*)\s*(?:\??\s*[:=](?!=)|\([^()\n]*\)[^;\n]*\{\s*$)/gm
const passingOn = /^\s*(?:import|export\s*(?:\*|\{)|from|using|#\s*include|package|require|use)\b/
const literal = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g

/** Takes an original's text apart. Comments are left out: people write about people there, and builds drop them. */
export function readProbeMaterial(path: string, text: string): ProbeMaterial {
  const material: ProbeMaterial = {
    declared: new Set(),
    words: new Set(),
    messages: [],
    lines: [],
    confidentialLines: 0,
    confidentialWords: new Set(),
  }
  for (const line of splitComments(path, text).code.split('\n')) {
    if (line.length > longestLine || passingOn.test(line)) continue
    if (confidentialBy(line) === null) readLine(line, material)
    else {
      material.confidentialLines += 1
      addWords(line, material.confidentialWords)
    }
  }
  return material
}

function readLine(line: string, { declared, words, messages, lines }: ProbeMaterial): void {
  addWords(line, words)
  for (const found of line.matchAll(declaration)) addWords(found[1] ?? found[2] ?? '', declared)
  for (const found of line.matchAll(literal)) {
    addPhrases(withoutHoles(found[1] ?? found[2] ?? found[3] ?? ''), messages)
  }
  addPhrases(line, lines)
}

function addWords(text: string, to: Set<string>): void {
  for (const run of wordRuns(text)) for (const word of run) to.add(word)
}

function addPhrases(text: string, to: string[][]): void {
  for (const run of wordRuns(text)) {
    const phrase = shortestDistinctive(run)
    if (phrase) to.push(phrase)
  }
}

/** The holes of a template break its words apart. */
function withoutHoles(message: string): string {
  return message.replace(/\$\{[^{}]*\}|%[a-z]|\\./gi, ' - ')
}

/** The fewest words in a row, three at least, that are distinctive together; null when no eight are. */
function shortestDistinctive(run: string[]): string[] | null {
  for (let length = 3; length <= mostWords; length += 1) {
    let best: { words: string[]; bits: number } | null = null
    for (let start = 0; start + length <= run.length; start += 1) {
      const words = run.slice(start, start + length)
      const bits = phraseBits(words)
      if (bits >= phraseBitsNeeded && bits > (best?.bits ?? 0)) best = { words, bits }
    }
    if (best !== null) return best.words
  }
  return null
}
