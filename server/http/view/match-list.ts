import { ClawbackError } from '../../errors.ts'
import { isMatchOrder, listMatchIds } from '../../tasks/list-matches.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { readQuery } from './read-query.ts'

export const matchListNames = ['strength', 'class', 'decision', 'availability', 'q', 'order'] as const

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
  const { q, order = 'evidence', ...filter } = list
  if (!isMatchOrder(order)) {
    throw new ClawbackError(
      'FILTER_INVALID',
      `"${order}" is no order of matches`,
      'Choose one that the page offers.',
    )
  }
  return await memory.recall(`matches ${slug} ${JSON.stringify(list)}`, () =>
    listMatchIds(app, slug, { ...filter, order, ...(q === undefined ? {} : { name: q }) }),
  )
}
