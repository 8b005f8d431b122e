import type { Pager } from '../../render/pages/pager.ts'

/** One page of a list, and the way to its neighbours. A page past the end is the last one. */
export function paginate<Row>(
  rows: readonly Row[],
  wanted: number,
  size: number,
  href: (page: number) => string,
): { rows: Row[]; pager: Pager } {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.min(wanted, pages)
  const start = (page - 1) * size
  return {
    rows: rows.slice(start, start + size),
    pager: {
      page,
      pages,
      first: rows.length === 0 ? 0 : start + 1,
      last: Math.min(start + size, rows.length),
      total: rows.length,
      previous: page > 1 ? href(page - 1) : null,
      next: page < pages ? href(page + 1) : null,
    },
  }
}
