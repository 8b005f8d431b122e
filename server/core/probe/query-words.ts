/**
 * Text as GitHub's legacy code search sees it (docs.github.com, "Searching code (legacy)"): these characters are
 * dropped, and case plays no part.
 */
const ignored = /[\s.,:;/\\`'"=*!?#$&+^|~<>(){}[\]@]+/

/** A word that certainly survives: a letter first, no `-`, which would negate, and no long number, which may be an id. */
const plainWord = /^(?!.*\d{4})[A-Za-z_][A-Za-z0-9_]{1,59}$/
const operators = new Set(['and', 'or', 'not'])

/** The longest query GitHub takes, without qualifiers. */
export const longestQuery = 256
/** No more of a work than this leaves the machine in one query. */
export const mostWords = 8

/** The runs of words that stand next to each other once the ignored characters are gone. */
export function wordRuns(text: string): string[][] {
  const runs: string[][] = [[]]
  for (const token of text.split(ignored)) {
    if (plainWord.test(token)) runs.at(-1)!.push(token)
    else if (token !== '') runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

/** A query for these words: one word as it is, several as a phrase; null when the engine would not take it. */
export function phraseQuery(words: readonly string[]): string | null {
  return finish(words, words.length === 1 ? (words[0] ?? '') : `"${words.join(' ')}"`)
}

/** A query for files that hold all of these words anywhere. */
export function allOfQuery(words: readonly string[]): string | null {
  return words.some((word) => operators.has(word.toLowerCase())) ? null : finish(words, words.join(' '))
}

function finish(words: readonly string[], query: string): string | null {
  const legal = words.length > 0 && words.length <= mostWords && query.length <= longestQuery
  return legal && words.every((word) => plainWord.test(word)) ? query : null
}
