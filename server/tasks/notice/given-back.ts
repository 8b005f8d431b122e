import type { Queryable } from '../../../db/database.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import { hasRetractions } from '../../../db/queries/notices.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import type { Availability, Decision } from '../../core/repository/types.ts'
import { requireWork } from '../find-work.ts'
import { givenBackAt, listSentNotices, retractedAt } from '../sent-notices.ts'

export interface GivenBack {
  at: Date
  /** As the notice names it. */
  repository: string
}

/** What retractions gave back of each notice that was sent, by the repositories' ids; of one work when it is given. */
export async function listGivenBack(
  db: Queryable,
  workId?: number,
): Promise<ReadonlyMap<string, ReadonlyMap<number, GivenBack>>> {
  // Most have none, and a notice is large.
  if (!(await hasRetractions(db))) return new Map()
  const sent = (await listSentNotices(db, workId)).filter(({ retractions }) => retractions.length > 0)
  const rows = await findRepositories(
    db,
    sent.flatMap(({ named }) => [...named]),
  )
  return new Map(
    sent.map((notice) => {
      const given = new Map<number, GivenBack>()
      for (const id of notice.named) {
        const row = rows.get(id)
        const at = row === undefined ? null : givenBackAt(notice, row)
        if (row === undefined || at === null) continue
        given.set(id, { at, repository: formatRepositoryName(notice.namedAs.get(id) ?? row) })
      }
      return [notice.notice.id, given]
    }),
  )
}

export interface Retracted {
  availability: Availability
  decision: Decision | null
}

/**
 * What was named and is claimed by no notice of the work any more, as it stands today.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listRetracted({ db }: { db: Queryable }, slug: string): Promise<Retracted[]> {
  if (!(await hasRetractions(db))) return []
  const work = await requireWork(db, slug)
  const sent = await listSentNotices(db, work.id)
  const rows = await findRepositories(
    db,
    sent.flatMap(({ named }) => [...named]),
  )
  const retracted = [...rows.values()].filter((row) => retractedAt(sent, row) !== null)
  const matches = await findMatches(
    db,
    work.id,
    retracted.map(({ id }) => id),
  )
  return retracted.map(({ id, availability }) => ({
    availability,
    decision: matches.get(id)?.decision ?? null,
  }))
}
