import type { JsonObject } from '../rest/call.ts'
import type { SearchQuery } from './query.ts'

const MOST_FRAGMENTS = 2
const FRAGMENT_LENGTH = 200

/** At most two fragments of a file, with where the words of the query stand in each. */
export function textMatches({ alternatives }: SearchQuery, objectUrl: string, text: string): JsonObject[] {
  const words = alternatives
    .flat()
    .filter(({ negated }) => !negated)
    .flatMap((term) => term.words)
  if (words.length === 0) return []
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi')
  const fragments: JsonObject[] = []
  let from = 0
  while (fragments.length < MOST_FRAGMENTS) {
    pattern.lastIndex = from
    const first = pattern.exec(text)
    if (first === null) break
    pattern.lastIndex = 0
    const start = Math.max(text.lastIndexOf('\n', first.index) + 1, first.index - FRAGMENT_LENGTH / 2)
    const fragment = text.slice(start, start + FRAGMENT_LENGTH)
    fragments.push({
      object_url: objectUrl,
      object_type: 'FileContent',
      property: 'content',
      fragment,
      matches: [...fragment.matchAll(pattern)].map((match) => ({
        text: match[0],
        indices: [match.index, match.index + match[0].length],
      })),
    })
    from = start + FRAGMENT_LENGTH
  }
  return fragments
}
