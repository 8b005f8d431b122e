import { ClawbackError } from '../../errors.ts'
import { isMatchOrder, listMatchIds, type MatchFilter } from '../../tasks/list-matches.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { readQuery } from './read-query.ts'

export const matchListNames = [
  'strength',
  'class',
  'decision',
  'availability',
  'network',
  'q',
  'order',
] as const

/** A filter and an order as an address holds them: the list, one match of it and its neighbours share them. */
export type MatchList = { [name in (typeof matchListNames)[number]]?: string }

/** @throws ClawbackError FILTER_INVALID */
export function readMatchList(query: Readonly<Record<string, unknown>>): MatchList {
  return readQuery(query, matchListNames)
}

/**
 * The ids of the matches that a list holds, in its order; made once, until something is written.
 * @throws ClawbackError WORK_UNKNOWN, FILTER_INVALID
 */
export async function recallMatchIds(
  app: Reading,
  memory: Memory,
  slug: string,
  list: MatchList,
): Promise<number[]> {
  const { order = 'evidence' } = list
  if (!isMatchOrder(order)) {
    throw new ClawbackError(
      'FILTER_INVALID',
      `"${order}" is no order of matches`,
      'Choose one that the page offers.',
    )
  }
  return await memory.recall(`matches ${slug} ${formatMatchList(list)}`, () =>
    listMatchIds(app, slug, { ...filterOf(list), order }),
  )
}

/** What decides which matches a list holds. */
export function filterOf({ q, order: _order, ...filter }: MatchList): MatchFilter {
  return { ...filter, ...(q === undefined ? {} : { name: q }) }
}

/** The same matches in whatever order. */
export function withoutOrder({ order: _order, ...list }: MatchList): MatchList {
  return list
}

/** As an address holds it, always in the same order: two lists are the same when these are. */
export function formatMatchList(list: MatchList): string {
  return new URLSearchParams(
    matchListNames.flatMap((name) => (list[name] === undefined ? [] : [[name, list[name]]])),
  ).toString()
}

/** @throws ClawbackError FILTER_INVALID */
export function parseMatchList(text: string): MatchList {
  return readMatchList(Object.fromEntries(new URLSearchParams(text)))
}
