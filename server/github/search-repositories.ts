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
  items: z.array(searchedRepository),
})

/** One page, from 1, of the repositories whose names, descriptions or read-mes say it; archived ones are among them. */
export async function searchRepositories(
  edge: Pick<Edge, 'ask'>,
  { query, page = 1 }: { query: string; page?: number },
): Promise<Answer<SearchPage<SearchedRepository>>> {
  const q = encodeURIComponent(query.replace(/\p{Surrogate}/gu, '\uFFFD'))
  const asked = await edge.ask({
    purpose: 'search repositories',
    bucket: 'search',
    path: `/search/repositories?q=${q}&per_page=${RESULTS_PAGE}&page=${page}`,
  })
  const parsed =
    asked.kind === 'answer' && asked.status === 200 ? pageSchema.safeParse(asked.content) : undefined
  if (parsed?.success !== true) return notTold(asked, 'the search for repositories')
  const { total_count: totalCount, incomplete_results: incompleteResults, items } = parsed.data
  return found(searchPage({ totalCount, incompleteResults }, items, page))
}
