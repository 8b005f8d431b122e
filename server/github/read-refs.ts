import { z } from 'zod'
import { couldNotTell, found } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { Edge } from './edge.ts'
import { askInHalves } from './ask-in-halves.ts'
import { addRefs, REFS_FIELDS, refsPage } from './refs.ts'
import type { Heads, RefPrefix } from './refs.ts'

/** Where the reading of one repository's branches or tags goes on. `after` null: from the beginning. */
export interface RefsToRead {
  nodeId: string
  prefix: RefPrefix
  after: string | null
}

/** Connections of 100 refs each that GitHub answers well within its ten seconds. */
const AT_ONCE = 10

const connection = z.object({ refs: refsPage })

/** Reads all the rest of several repositories' branches and tags, in common requests. One answer for each place. */
export async function readRefs(edge: Edge, places: readonly RefsToRead[]): Promise<Answer<Heads>[]> {
  const read = places.map((): Heads => ({ heads: [], others: [] }))
  const answers: Answer<Heads>[] = read.map(found)
  let open = places.map((place, index) => ({ ...place, index }))
  while (open.length > 0) {
    const next: typeof open = []
    await askInHalves(edge, open, AT_ONCE, {
      question: (part) => ({ purpose: 'list heads', query: refsQuery(part), variables: {} }),
      read: ({ index, ...place }, value) => {
        const parsed = connection.safeParse(value)
        if (!parsed.success) return false
        const { refs } = parsed.data
        addRefs(read[index]!, place.prefix, refs)
        const after = refs.pageInfo.endCursor
        if (!refs.pageInfo.hasNextPage) return true
        if (typeof after === 'string' && after !== place.after) next.push({ ...place, after, index })
        else answers[index] = couldNotTell('branches and tags: GitHub gave no way to the next page')
        return true
      },
      giveUp: ({ index }, reason, retryAt) => {
        answers[index] = couldNotTell(`branches and tags: ${reason}`, retryAt)
      },
    })
    open = next
  }
  return answers
}

function refsQuery(places: readonly RefsToRead[]): string {
  const fields = places.map(({ nodeId, prefix, after }, index) => {
    const from = after === null ? '' : `, after: ${JSON.stringify(after)}`
    return `n${index}: node(id: ${JSON.stringify(nodeId)}) { ... on Repository {
      refs(refPrefix: "${prefix}", first: 100${from}) { ${REFS_FIELDS} } } }`
  })
  return `query { rateLimit { cost } ${fields.join('\n')} }`
}
