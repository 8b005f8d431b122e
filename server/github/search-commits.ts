import { z } from 'zod'
import { found } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { Edge } from './edge.ts'
import { notTold } from './not-told.ts'
import { RESULTS_PAGE, searchedRepository, searchPage } from './search-page.ts'
import type { SearchedRepository, SearchPage } from './search-page.ts'

const pageSchema = z.object({
  total_count: z.int().nonnegative(),
  incomplete_results: z.boolean(),
  items: z.array(z.object({ repository: searchedRepository })),
})

/**
 * One page, from 1, of the repositories with this commit (`hash`), or with a commit of exactly this root tree (`tree`):
 * default branches, no forks. The one content-addressed look-up that GitHub has.
 */
export async function searchCommits(
  edge: Pick<Edge, 'ask'>,
  { by, id, page = 1 }: { by: 'tree' | 'hash'; id: string; page?: number },
): Promise<Answer<SearchPage<SearchedRepository>>> {
  const q = encodeURIComponent(`${by}:${id}`)
  const asked = await edge.ask({
    purpose: `search commits by ${by}`,
    bucket: 'search',
    path: `/search/commits?q=${q}&per_page=${RESULTS_PAGE}&page=${page}`,
  })
  const parsed =
    asked.kind === 'answer' && asked.status === 200 ? pageSchema.safeParse(asked.content) : undefined
  if (parsed?.success !== true) return notTold(asked, `the search for a ${by === 'tree' ? 'tree' : 'commit'}`)
  const { total_count: totalCount, incomplete_results: incompleteResults, items } = parsed.data
  const repositories = items.map(({ repository }) => repository)
  return found(searchPage({ totalCount, incompleteResults }, repositories, page))
}
