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

/** One page, from 1, of the repositories with a commit of exactly this root tree: default branches, no forks. */
export async function searchTree(
  edge: Pick<Edge, 'ask'>,
  { tree, page = 1 }: { tree: string; page?: number },
): Promise<Answer<SearchPage<SearchedRepository>>> {
  const asked = await edge.ask({
    purpose: 'search tree',
    bucket: 'search',
    path: `/search/commits?q=tree%3A${encodeURIComponent(tree)}&per_page=${RESULTS_PAGE}&page=${page}`,
  })
  const parsed =
    asked.kind === 'answer' && asked.status === 200 ? pageSchema.safeParse(asked.content) : undefined
  if (parsed?.success !== true) return notTold(asked, 'the search for a tree')
  const { total_count: totalCount, incomplete_results: incompleteResults, items } = parsed.data
  const repositories = items.map(({ repository }) => repository)
  return found(searchPage({ totalCount, incompleteResults }, repositories, page))
}
