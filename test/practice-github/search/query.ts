import { validationFailed } from '../rest/call.ts'
import type { Refusal } from '../rest/call.ts'

export interface Term {
  /** Words that must stand next to each other. */
  words: string[]
  negated: boolean
}

export interface Qualifier {
  name: string
  value: string
  negated: boolean
}

export interface SearchQuery {
  /** Alternatives (`OR`), each a list of terms that must all hold. */
  alternatives: Term[][]
  qualifiers: Qualifier[]
}

const MAX_LENGTH = 256
const MAX_OPERATORS = 5

/** Source: the documentation page "Searching code (legacy)". */
const IGNORED = /[.,:;/\\`'"=*!?#$&+^|~<>(){}[\]@]/g

/** Words as search sees them: punctuation is dropped without a word, case does not count. */
export function wordsOf(text: string): string[] {
  return text
    .replace(IGNORED, ' ')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

/**
 * Reads a legacy search query.
 * @throws Refusal 422 for what GitHub refuses: over 256 characters without qualifiers and operators, more than
 *   five operators, parenthesised booleans, a qualifier whose quote never ends.
 */
export function parseQuery(text: string, qualifierNames: ReadonlySet<string>): SearchQuery {
  const pieces = text.match(/-?[\w-]+:"[^"]*"|"[^"]*"?|[^\s"]+/g) ?? []
  const qualifiers: Qualifier[] = []
  const alternatives: Term[][] = [[]]
  let operators = 0
  let length = 0
  let negateNext = false
  const unquoted = pieces.filter((piece) => !piece.startsWith('"')).join(' ')
  if (/\([^)]*\b(AND|OR|NOT)\b[^)]*\)/.test(unquoted)) throw unparsable()
  for (const piece of pieces) {
    if (piece === 'AND' || piece === 'OR' || piece === 'NOT') {
      operators++
      if (piece === 'NOT') negateNext = true
      if (piece === 'OR') alternatives.push([])
      continue
    }
    const qualifier = /^(-?)([\w-]+):(.+)$/s.exec(piece)
    if (qualifier !== null && qualifierNames.has(qualifier[2]!.toLowerCase())) {
      const value = qualifier[3]!.replace(/^"(.*)"$/s, '$1')
      qualifiers.push({
        name: qualifier[2]!.toLowerCase(),
        value,
        negated: negateNext || qualifier[1] === '-',
      })
      negateNext = false
      continue
    }
    if (/^"[^"]*$/.test(piece) && piece.length > 1) throw unparsable()
    length += piece.length + 1
    const words = wordsOf(piece)
    if (words.length > 0) alternatives.at(-1)!.push({ words, negated: negateNext })
    negateNext = false
  }
  if (length - 1 > MAX_LENGTH) throw invalid('The search is longer than 256 characters.')
  if (operators > MAX_OPERATORS) throw invalid('More than five AND / OR / NOT operators were used.')
  return { alternatives: alternatives.filter((terms) => terms.length > 0), qualifiers }
}

export function invalid(message: string, code = 'invalid'): Refusal {
  return validationFailed([{ message, resource: 'Search', field: 'q', code }])
}

export function unparsable(): Refusal {
  return validationFailed(
    [
      {
        message: 'ERROR_TYPE_QUERY_PARSING_FATAL unable to parse query!',
        resource: 'Search',
        field: 'q',
        code: 'invalid',
      },
    ],
    'ERROR_TYPE_QUERY_PARSING_FATAL unable to parse query!',
  )
}

/** Whether words laid end to end by `indexed` hold what the query asks; no terms hold everywhere. */
export function holds(query: SearchQuery, indexed: string): boolean {
  if (query.alternatives.length === 0) return true
  return query.alternatives.some((terms) =>
    terms.every(({ words, negated }) => indexed.includes(` ${words.join(' ')} `) !== negated),
  )
}

/** The form that `holds` looks into. */
export function indexed(text: string): string {
  return ` ${wordsOf(text).join(' ')} `
}

/** `>10`, `>=10`, `<10`, `<=10`, `10..20`, `*..20`, `10`; dates compare as their text does. */
export function inRange(value: string, actual: number, read: (text: string) => number): boolean {
  const range = /^(.+)\.\.(.+)$/.exec(value)
  if (range !== null) {
    const [, from = '*', to = '*'] = range
    return (from === '*' || actual >= read(from)) && (to === '*' || actual <= read(to))
  }
  const comparison = /^(>=|<=|>|<)(.+)$/.exec(value)
  if (comparison === null) return actual === read(value)
  const bound = read(comparison[2]!)
  switch (comparison[1] as '>' | '>=' | '<' | '<=') {
    case '>':
      return actual > bound
    case '>=':
      return actual >= bound
    case '<':
      return actual < bound
    case '<=':
      return actual <= bound
  }
}
