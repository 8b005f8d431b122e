import { z } from 'zod'
import { askInHalves } from './ask-in-halves.ts'
import type { Edge } from './edge.ts'

const AT_ONCE = 50

const countSchema = z.object({ forks: z.object({ totalCount: z.int() }) })

/** How many direct forks each repository has now, by its id; one that did not answer is left out. */
export async function countForks(
  edge: Edge,
  repositories: readonly { id: number; nodeId: string }[],
): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  await askInHalves(edge, repositories, AT_ONCE, {
    question: (part) => {
      const fields = part.map(
        ({ nodeId }, index) =>
          `n${index}: node(id: ${JSON.stringify(nodeId)}) { ... on Repository { forks(first: 1) { totalCount } } }`,
      )
      return {
        purpose: 'count forks',
        query: `query { rateLimit { cost } ${fields.join('\n')} }`,
        variables: {},
      }
    },
    read: ({ id }, value) => {
      const parsed = countSchema.safeParse(value)
      if (parsed.success) counts.set(id, parsed.data.forks.totalCount)
      return parsed.success
    },
    giveUp: () => undefined,
  })
  return counts
}
