import { z } from 'zod'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'

/** What changed among the direct forks of one repository, as far as their number and times tell. */
export interface ForkNews {
  total: number
  /** When the newest fork was made; null when there is none. */
  newest: Date | null
  /** When a fork was last pushed to; null when none was. */
  pushed: Date | null
}

const AT_ONCE = 30

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const newsSchema = z.object({
  newest: z.object({ totalCount: z.int(), nodes: z.array(z.object({ createdAt: time })) }),
  pushed: z.object({ nodes: z.array(z.object({ pushedAt: time.nullish() })) }),
})

/** News of many lists of forks in few requests, by repository id; one that did not answer is left out. */
export async function readForkNews(
  edge: Edge,
  repositories: readonly { id: number; nodeId: string }[],
): Promise<Map<number, ForkNews>> {
  const news = new Map<number, ForkNews>()
  await askInHalves(edge, repositories, AT_ONCE, {
    question: (part) => ({ purpose: 'fork news', query: newsQuery(part), variables: {} }),
    read: ({ id }, value) => {
      const parsed = newsSchema.safeParse(value)
      if (!parsed.success) return false
      const { newest, pushed } = parsed.data
      news.set(id, {
        total: newest.totalCount,
        newest: newest.nodes[0]?.createdAt ?? null,
        pushed: pushed.nodes[0]?.pushedAt ?? null,
      })
      return true
    },
    giveUp: () => undefined,
  })
  return news
}

function newsQuery(repositories: readonly { nodeId: string }[]): string {
  const latest = (field: string) => `(first: 1, orderBy: { field: ${field}, direction: DESC })`
  const fields = repositories.map(
    ({ nodeId }, index) => `n${index}: node(id: ${JSON.stringify(nodeId)}) { ... on Repository {
      newest: forks${latest('CREATED_AT')} { totalCount nodes { createdAt } }
      pushed: forks${latest('PUSHED_AT')} { nodes { pushedAt } } } }`,
  )
  return `query { rateLimit { cost } ${fields.join('\n')} }`
}
