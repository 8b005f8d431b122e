import { z } from 'zod'

/** A repository as search results name it. */
export interface SearchedRepository {
  repositoryId: number
  nodeId: string
  owner: string
  name: string
  fork: boolean
}

export interface SearchPage<Item> {
  totalCount: number
  /** The search ran out of time, or the page came shorter than its count says: there may be more. */
  incompleteResults: boolean
  /** There are more results than GitHub gives out; the query must be split to see them. */
  cutOff: boolean
  /** Whether another page can be asked for. */
  hasMore: boolean
  items: Item[]
}

/** https://docs.github.com/rest/search/search: "up to 1,000 results for each search" */
export const MOST_RESULTS = 1000
export const RESULTS_PAGE = 100

export const searchedRepository = z
  .object({
    id: z.int().positive(),
    node_id: z.string(),
    name: z.string().min(1),
    owner: z.object({ login: z.string().min(1) }),
    fork: z.boolean(),
  })
  .transform(({ id, node_id: nodeId, name, owner, fork }): SearchedRepository => ({
    repositoryId: id,
    nodeId,
    owner: owner.login,
    name,
    fork,
  }))

/** The page that was asked for, from 1, with what its counts say about the rest. */
export function searchPage<Item>(
  { totalCount, incompleteResults }: { totalCount: number; incompleteResults: boolean },
  items: Item[],
  page: number,
): SearchPage<Item> {
  const reachable = Math.min(totalCount, MOST_RESULTS)
  const expected = Math.max(0, Math.min(RESULTS_PAGE, reachable - (page - 1) * RESULTS_PAGE))
  return {
    totalCount,
    incompleteResults: incompleteResults || items.length < expected,
    cutOff: totalCount > MOST_RESULTS,
    hasMore: page * RESULTS_PAGE < reachable,
    items,
  }
}
