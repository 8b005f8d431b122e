import { z } from 'zod'
import { couldNotTell, found } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { Edge } from './edge.ts'
import { joinHeads } from './list-heads.ts'
import { readRefs } from './read-refs.ts'
import type { RefsToRead } from './read-refs.ts'
import { addRefs, REFS_FIELDS, refsPage } from './refs.ts'
import type { Heads, RefPrefix } from './refs.ts'
import { graphqlRepository, recordFromGraphql, REPOSITORY_FIELDS } from './repository-record.ts'
import type { RepositoryRecord } from './repository-record.ts'

/** A repository with what its own refs point at: all that is needed to judge it. */
export interface ShownRepository {
  repository: RepositoryRecord
  /** Shown although GitHub has disabled it; REST tells under which notice. */
  disabled: boolean
  heads: Answer<Heads>
}

/** Refs that come with the repository; one that has more of them costs a part of one more request. */
const FIRST_REFS = 20

/** The fields of `shownNode`. */
export const SHOWN_FIELDS = `${REPOSITORY_FIELDS}
  forks(first: 1) { totalCount }
  branches: refs(refPrefix: "refs/heads/", first: ${FIRST_REFS}) { ${REFS_FIELDS} }
  tags: refs(refPrefix: "refs/tags/", first: ${FIRST_REFS}) { ${REFS_FIELDS} }`

export const shownNode = graphqlRepository.extend({
  forks: z.object({ totalCount: z.int() }),
  branches: refsPage.nullable(),
  tags: refsPage.nullable(),
})

export type ShownNode = z.output<typeof shownNode>

/** The refs that came with the repositories, and where there are more of them, those too. */
export async function withAllRefs(edge: Edge, nodes: readonly ShownNode[]): Promise<ShownRepository[]> {
  const places: RefsToRead[] = []
  const firsts = nodes.map((node) => {
    const heads: Heads = { heads: [], others: [] }
    const more: number[] = []
    for (const [prefix, page] of refsOf(node)) {
      if (page !== null) addRefs(heads, prefix, page)
      if (page === null || page.pageInfo.hasNextPage) {
        more.push(places.length)
        places.push({ nodeId: node.id, prefix, after: page?.pageInfo.endCursor ?? null })
      }
    }
    return { heads, more }
  })
  const rest = await readRefs(edge, places)
  return nodes.map((node, index) => {
    const { heads, more } = firsts[index]!
    return {
      repository: { ...recordFromGraphql(node), forksCount: node.forks.totalCount },
      disabled: node.isDisabled,
      heads: joinHeads(
        found(heads),
        ...more.map((place) => rest[place] ?? couldNotTell('branches and tags')),
      ),
    }
  })
}

function refsOf({ branches, tags }: ShownNode): [RefPrefix, ShownNode['branches']][] {
  return [
    ['refs/heads/', branches],
    ['refs/tags/', tags],
  ]
}
