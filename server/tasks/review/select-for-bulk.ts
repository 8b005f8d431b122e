import type { Queryable } from '../../../db/database.ts'
import { selectMatchesById } from '../../../db/queries/match-list.ts'
import { findMatches, type MatchWithRepository } from '../../../db/queries/matches.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import type { Work } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'
import { requireMatch } from '../show-match.ts'

/** Which matches are meant: chosen ones, by GitHub's ids or by name, or all of a list, by the matches' own ids. */
export type BulkSelection =
  { repositories: readonly number[] } | { names: readonly string[] } | { matches: readonly number[] }

/** As many as are decided in one transaction: everybody else's writes wait for it. */
export const MOST_IN_BULK = 2_000

/** @throws ClawbackError BULK_EMPTY, BULK_TOO_MANY, BULK_SELECTION, MATCH_UNKNOWN, REPOSITORY_INVALID */
export async function selectForBulk(
  db: Queryable,
  work: Work,
  selection: BulkSelection,
): Promise<MatchWithRepository[]> {
  const ids = [...new Set(await readIds(db, work, selection))]
  if (ids.length === 0) {
    throw new ClawbackError('BULK_EMPTY', 'No match is selected', 'Select rows of the list first.')
  }
  if (ids.length > MOST_IN_BULK) {
    throw new ClawbackError(
      'BULK_TOO_MANY',
      `${ids.length} matches are more than can be handled at once`,
      `Narrow the list to at most ${MOST_IN_BULK}, by a filter or a network, and go through it in parts.`,
    )
  }
  const found =
    'matches' in selection ? await selectMatchesById(db, ids) : await findByRepository(db, work, ids)
  if (found.length !== ids.length || found.some(({ match }) => match.workId !== work.id)) {
    throw new ClawbackError(
      'BULK_SELECTION',
      `${ids.length - found.length} of what is selected is no match of ${work.slug}`,
      'Load the list again, and select there.',
    )
  }
  return found
}

async function readIds(db: Queryable, work: Work, selection: BulkSelection): Promise<readonly number[]> {
  if ('matches' in selection) return selection.matches
  if ('repositories' in selection) return selection.repositories
  const ids: number[] = []
  for (const name of selection.names.slice(0, MOST_IN_BULK + 1))
    ids.push((await requireMatch(db, work, name)).repository.id)
  return ids
}

async function findByRepository(
  db: Queryable,
  work: Work,
  ids: readonly number[],
): Promise<MatchWithRepository[]> {
  const matches = await findMatches(db, work.id, ids)
  const repositories = await findRepositories(db, ids)
  return ids.flatMap((id) => {
    const [match, repository] = [matches.get(id), repositories.get(id)]
    return match === undefined || repository === undefined ? [] : [{ match, repository }]
  })
}
