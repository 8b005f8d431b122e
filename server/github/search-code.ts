import { z } from 'zod'
import { found } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { Edge } from './edge.ts'
import { notTold } from './not-told.ts'

export interface CodeHit {
  path: string
  /** The git blob id of the file: one equal to an original's is an exact copy. */
  blob: string
  repositoryId: number
  nodeId: string
  owner: string
  name: string
  fork: boolean
}

export interface CodePage {
  totalCount: number
  /** The search ran out of time, or the page came shorter than its count says: there may be more. */
  incompleteResults: boolean
  /** There are more results than GitHub gives out; the query must be split to see them. */
  cutOff: boolean
  /** Whether another page can be asked for. */
  hasMore: boolean
  items: CodeHit[]
}

/** https://docs.github.com/rest/search/search: "up to 1,000 results for each search" */
export const MOST_RESULTS = 1000
const PAGE = 100

const pageSchema = z.object({
  total_count: z.int().nonnegative(),
  incomplete_results: z.boolean(),
  items: z.array(
    z.object({
      path: z.string(),
      sha: z.string().regex(/^[0-9a-f]{40}$/),
      repository: z.object({
        id: z.int().positive(),
        node_id: z.string(),
        name: z.string().min(1),
        owner: z.object({ login: z.string().min(1) }),
        fork: z.boolean(),
      }),
    }),
  ),
})

/** One page, from 1, of a search in the default branches that GitHub has indexed. */
export async function searchCode(
  edge: Edge,
  { query, page = 1 }: { query: string; page?: number },
): Promise<Answer<CodePage>> {
  const q = encodeURIComponent(query.replace(/\p{Surrogate}/gu, '\uFFFD'))
  const asked = await edge.ask({
    purpose: 'search code',
    bucket: 'code_search',
    path: `/search/code?q=${q}&per_page=${PAGE}&page=${page}`,
  })
  const parsed =
    asked.kind === 'answer' && asked.status === 200 ? pageSchema.safeParse(asked.content) : undefined
  if (parsed?.success !== true) return notTold(asked, 'the code search')
  const { total_count: totalCount, incomplete_results: incompleteResults, items } = parsed.data
  const reachable = Math.min(totalCount, MOST_RESULTS)
  const expected = Math.max(0, Math.min(PAGE, reachable - (page - 1) * PAGE))
  return found({
    totalCount,
    incompleteResults: incompleteResults || items.length < expected,
    cutOff: totalCount > MOST_RESULTS,
    hasMore: page * PAGE < reachable,
    items: items.map(({ path, sha, repository }) => ({
      path,
      blob: sha,
      repositoryId: repository.id,
      nodeId: repository.node_id,
      owner: repository.owner.login,
      name: repository.name,
      fork: repository.fork,
    })),
  })
}
