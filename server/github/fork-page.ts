import { z } from 'zod'
import type { Edge } from './edge.ts'
import { SHOWN_FIELDS, shownNode, withAllRefs } from './shown-repository.ts'
import type { ShownNode, ShownRepository } from './shown-repository.ts'

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
      edges { cursor node { ${SHOWN_FIELDS} } } } } } }`

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

export interface ForkPageRead {
  forks: ShownRepository[]
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
  const nodes: ShownNode[] = []
  let unreadable = 0
  let cursor: string | null = null
  for (const item of edges) {
    const fork = edgeSchema.safeParse(item)
    const node = fork.success ? shownNode.safeParse(fork.data.node) : undefined
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
