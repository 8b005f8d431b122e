import type { Call } from '../rest/call.ts'
import { validationFailed } from '../rest/call.ts'
import { linkHeader, pageOf } from '../rest/paginate.ts'

export interface SearchPage<T> {
  items: T[]
  total: number
  incomplete: boolean
  headers: Record<string, string>
}

/** A page of search results: the count is the real one, the items end at 1,000. */
export function searchPage<T>(call: Call, hits: readonly T[], path: string): SearchPage<T> {
  const { page, perPage } = pageOf(call)
  if ((page - 1) * perPage >= call.limits.searchResults) {
    throw validationFailed([], `Only the first ${call.limits.searchResults} search results are available`)
  }
  // A search that ran out of time holds part of what it would have found.
  const incomplete = call.searchFault === 'incomplete'
  const found = incomplete ? hits.slice(0, Math.floor(hits.length / 2)) : hits
  const reachable = found.slice(0, call.limits.searchResults)
  const whole = reachable.slice((page - 1) * perPage, page * perPage)
  return {
    items: call.searchFault === 'short-page' ? whole.slice(0, Math.floor((whole.length * 2) / 3)) : whole,
    total: found.length,
    incomplete,
    headers: linkHeader(call, path, page, Math.ceil(reachable.length / perPage)),
  }
}
