/** Where one page of a list stands in the whole. `first` and `last` count rows from 1. */
export interface Pager {
  page: number
  pages: number
  first: number
  last: number
  total: number
  previous: string | null
  next: string | null
}
