import type { Queryable } from '../../../db/database.ts'
import { countCopies, selectFinds, type CopyGroup } from '../../../db/queries/copies.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import { listOverreachCases, type OverreachCase } from '../../../db/queries/overreach-log.ts'
import { findRepositories, type RepositoryRow } from '../../../db/queries/repositories.ts'
import type { Work } from '../../../db/queries/works.ts'
import { listOverreach, type Overreach } from '../list-overreach.ts'
import { listSentNotices, retractedAt, type SentNotice } from '../sent-notices.ts'

/** Everything that the figures of a work are counted from. */
export interface TrackingFacts {
  /** When the work became public; null: it is not recorded. */
  leakedAt: Date | null
  copies: CopyGroup[]
  /** When each copy was first found. */
  finds: { repositoryId: number; foundAt: Date }[]
  sent: SentNotice[]
  /** What sent notices name. */
  named: NamedFact[]
  overreach: Overreach[]
  cases: OverreachCase[]
}

export interface NamedFact {
  repository: RepositoryRow
  /** When the first notice that names it was sent. */
  sentAt: Date
  foundAt: Date | null
  /** Since when no notice claims it any more; null: one does. */
  retractedAt: Date | null
}

export async function readTrackingFacts(db: Queryable, work: Work): Promise<TrackingFacts> {
  const sent = await listSentNotices(db, work.id)
  const times = new Map<number, Date>()
  for (const { named, sentAt } of sent)
    for (const id of named) {
      const known = times.get(id)
      if (known === undefined || sentAt < known) times.set(id, sentAt)
    }
  const rows = await findRepositories(db, [...times.keys()])
  const matches = await findMatches(db, work.id, [...times.keys()])
  const ids = new Set(sent.map(({ notice }) => notice.id))
  return {
    leakedAt: work.leakedAt,
    copies: await countCopies(db, work.id),
    finds: await selectFinds(db, work.id),
    sent,
    named: [...rows.values()].map((repository) => ({
      repository,
      sentAt: times.get(repository.id)!,
      foundAt: matches.get(repository.id)?.firstSeenAt ?? null,
      retractedAt: retractedAt(sent, repository),
    })),
    overreach: await listOverreach({ db }, work.slug),
    cases: (await listOverreachCases(db)).filter(({ notice }) => ids.has(notice)),
  }
}
