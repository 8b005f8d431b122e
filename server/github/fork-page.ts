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

/** A fork in a listing, with what its own refs point at. */
export interface ListedFork {
  repository: RepositoryRecord
  /** Listed although GitHub has disabled it; REST tells under which notice. */
  disabled: boolean
  heads: Answer<Heads>
}

/** Refs that come with the page; a fork that has more of them costs a part of one more request. */
const FIRST_REFS = 20

/** `created`: oldest first; `pushed`: the one that was pushed to last comes first. */
export type ForkOrder = 'created' | 'pushed'

const ORDERS = {
  created: { field: 'CREATED_AT', direction: 'ASC' },
  pushed: { field: 'PUSHED_AT', direction: 'DESC' },
}

const FORKS_QUERY = `query($id: ID!, $first: Int!, $after: String, $order: RepositoryOrder!) {
  rateLimit { cost }
  node(id: $id) { ... on Repository {
    forks(first: $first, after: $after, orderBy: $order) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { cursor node { ${REPOSITORY_FIELDS}
        forks(first: 1) { totalCount }
        branches: refs(refPrefix: "refs/heads/", first: ${FIRST_REFS}) { ${REFS_FIELDS} }
        tags: refs(refPrefix: "refs/tags/", first: ${FIRST_REFS}) { ${REFS_FIELDS} } } } } } } }`

const nodeSchema = graphqlRepository.extend({
  forks: z.object({ totalCount: z.int() }),
  branches: refsPage.nullable(),
  tags: refsPage.nullable(),
})

const edgeSchema = z.object({ cursor: z.string(), node: z.unknown() })

const pageSchema = z.object({
  node: z.object({
    forks: z.object({
      totalCount: z.int(),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
      edges: z.array(z.unknown()),
    }),
  }),
})

type Node = z.output<typeof nodeSchema>

export interface ForkPageRead {
  forks: ListedFork[]
  /** Forks of which GitHub gave nothing to know them by. */
  unreadable: number
  /** Where the next page begins; the cursor stays good when forks come or go. */
  after: string | null
  hasMore: boolean
  totalCount: number
}

export type ForkPageAnswer =
  | { kind: 'page'; page: ForkPageRead }
  | { kind: 'too-much'; reason: string }
  | { kind: 'missing' }
  | { kind: 'could-not-tell'; reason: string; retryAt: Date | null }

/**
 * One page of a repository's direct forks. Oldest first, forks made meanwhile come at the end. When a resource
 * limit cuts the query short, the whole forks before the cut are the page.
 */
export async function readForkPage(
  edge: Edge,
  { nodeId, after, first, order }: { nodeId: string; after: string | null; first: number; order: ForkOrder },
): Promise<ForkPageAnswer> {
  const asked = await edge.askGraphql({
    purpose: 'list forks',
    query: FORKS_QUERY,
    variables: { id: nodeId, first, after, order: ORDERS[order] },
  })
  if (asked.kind !== 'answer') return asked
  const parsed = pageSchema.safeParse(asked.data)
  if (!parsed.success) {
    if (asked.cutShort) return { kind: 'too-much', reason: 'a resource limit of GitHub was reached' }
    if (asked.data['node'] === null) return { kind: 'missing' }
    return {
      kind: 'could-not-tell',
      reason: "GitHub's answer was not in the form it describes",
      retryAt: null,
    }
  }
  const { edges, pageInfo, totalCount } = parsed.data.node.forks
  const nodes: Node[] = []
  let unreadable = 0
  let cursor: string | null = null
  for (const item of edges) {
    const fork = edgeSchema.safeParse(item)
    const node = fork.success ? nodeSchema.safeParse(fork.data.node) : undefined
    if (fork.success && node?.success === true) nodes.push(node.data)
    else if (asked.cutShort) break
    else unreadable++
    if (fork.success) cursor = fork.data.cursor
  }
  if (asked.cutShort && nodes.length === 0)
    return { kind: 'too-much', reason: 'a resource limit of GitHub was reached' }
  const isWhole = nodes.length + unreadable === edges.length
  return {
    kind: 'page',
    page: {
      forks: await withAllRefs(edge, nodes),
      unreadable,
      after: isWhole ? (pageInfo.endCursor ?? cursor) : cursor,
      hasMore: pageInfo.hasNextPage || !isWhole,
      totalCount,
    },
  }
}

/** The refs that came with the page, and where there are more of them, those too. */
async function withAllRefs(edge: Edge, nodes: readonly Node[]): Promise<ListedFork[]> {
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

function refsOf({ branches, tags }: Node): [RefPrefix, Node['branches']][] {
  return [
    ['refs/heads/', branches],
    ['refs/tags/', tags],
  ]
}
