import type { Queryable } from '../../db/database.ts'
import { countMatchGroups, type MatchGroup } from '../../db/queries/match-list.ts'
import { requireWork } from './find-work.ts'

export type { MatchGroup }

/**
 * How many matches a work has of each kind that asks for something else of a person.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function countMatches({ db }: { db: Queryable }, slug: string): Promise<MatchGroup[]> {
  const work = await requireWork(db, slug)
  return await countMatchGroups(db, work.id)
}

/** How many matches are in the groups that this holds for. */
export function sumOf(groups: readonly MatchGroup[], holds: (group: MatchGroup) => boolean): number {
  return groups.reduce((sum, group) => sum + (holds(group) ? group.count : 0), 0)
}
