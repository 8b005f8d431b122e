import type { Call } from './call.ts'

export interface Page<T> {
  items: T[]
  page: number
  perPage: number
  headers: Record<string, string>
}

/** The asked page of `items` and its `Link` header. `per_page` above 100 is taken as 100, nonsense as 30. */
export function paginate<T>(call: Call, items: readonly T[], linkPath: string): Page<T> {
  const { page, perPage } = pageOf(call)
  const slice = items.slice((page - 1) * perPage, page * perPage)
  return {
    items: slice,
    page,
    perPage,
    headers: linkHeader(call, linkPath, page, Math.ceil(items.length / perPage)),
  }
}

export function pageOf({ query }: Pick<Call, 'query'>): { page: number; perPage: number } {
  const perPage = Math.min(positive(query.get('per_page')) ?? 30, 100)
  return { page: positive(query.get('page')) ?? 1, perPage }
}

function positive(text: string | null): number | undefined {
  const value = Number(text)
  return text !== null && Number.isInteger(value) && value > 0 ? value : undefined
}

export function linkHeader(call: Call, path: string, page: number, last: number): Record<string, string> {
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(to))
    return `<${call.addresses.api}${path}?${query.toString()}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  return links.length === 0 ? {} : { link: links.join(', ') }
}
