import { z } from 'zod'
import { found } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { Edge } from './edge.ts'
import { notTold } from './not-told.ts'
import { RESULTS_PAGE, searchedRepository, searchPage } from './search-page.ts'
import type { SearchedRepository, SearchPage } from './search-page.ts'

export interface CodeHit extends SearchedRepository {
  path: string
  /** GitHub's word for it; it may keep it to itself. */
  language: string | null
  /** The git blob id of the file: one equal to an original's is an exact copy. */
  blob: string
}

const pageSchema = z.object({
  total_count: z.int().nonnegative(),
  incomplete_results: z.boolean(),
  items: z.array(
    z.object({
      path: z.string(),
      sha: z.string().regex(/^[0-9a-f]{40}$/),
      language: z.string().nullish(),
      repository: searchedRepository,
    }),
  ),
})

/** One page, from 1, of a search in the default branches that GitHub has indexed. */
export async function searchCode(
  edge: Edge,
  { query, page = 1 }: { query: string; page?: number },
): Promise<Answer<SearchPage<CodeHit>>> {
  const q = encodeURIComponent(query.replace(/\p{Surrogate}/gu, '\uFFFD'))
  const asked = await edge.ask({
    purpose: 'search code',
    bucket: 'code_search',
    path: `/search/code?q=${q}&per_page=${RESULTS_PAGE}&page=${page}`,
  })
  const parsed =
    asked.kind === 'answer' && asked.status === 200 ? pageSchema.safeParse(asked.content) : undefined
  if (parsed?.success !== true) return notTold(asked, 'the code search')
  const { total_count: totalCount, incomplete_results: incompleteResults, items } = parsed.data
  const hits = items.map(({ path, sha, language, repository }) => ({
    path,
    language: language ?? null,
    blob: sha,
    ...repository,
  }))
  return found(searchPage({ totalCount, incompleteResults }, hits, page))
}
