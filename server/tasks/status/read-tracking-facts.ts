import type { Queryable } from '../../../db/database.ts'
import { readEvents } from '../../../db/events/read-events.ts'
import { selectMatches, type MatchWithRepository } from '../../../db/queries/matches.ts'
import { listOverreachCases, type OverreachCase } from '../../../db/queries/overreach-log.ts'
import { findRepositories, type RepositoryRow } from '../../../db/queries/repositories.ts'
import type { Work } from '../../../db/queries/works.ts'
import { listOverreach, type Overreach } from '../list-overreach.ts'
import { listSentNotices, type SentNotice } from '../sent-notices.ts'

/** Everything that the figures of a work are counted from. */
export interface TrackingFacts {
  /** Strong and weak, official ones left out: nobody has to decide about those. */
  copies: MatchWithRepository[]
  sent: SentNotice[]
  /** What sent notices name, with the first time that one of them was sent. */
  named: { repository: RepositoryRow; sentAt: Date; foundAt: Date | null }[]
  overreach: Overreach[]
  cases: OverreachCase[]
  /** By repository id, in the order of time. */
  changes: Map<number, { at: Date; to: RepositoryRow['availability'] }[]>
}

export async function readTrackingFacts(db: Queryable, work: Work): Promise<TrackingFacts> {
  const matches = await selectMatches(db, work.id, {})
  const found = new Map(matches.map(({ match, repository }) => [repository.id, match.firstSeenAt]))
  const sent = await listSentNotices(db, work.id)
  const times = new Map<number, Date>()
  for (const { named, sentAt } of sent)
    for (const id of named) {
      const known = times.get(id)
      if (known === undefined || sentAt < known) times.set(id, sentAt)
    }
  const rows = await findRepositories(db, [...times.keys()])
  const ids = new Set(sent.map(({ notice }) => notice.id))
  return {
    copies: matches.filter(({ match }) => match.strength !== 'none' && !match.official),
    sent,
    named: [...rows.values()].map((repository) => ({
      repository,
      sentAt: times.get(repository.id)!,
      foundAt: found.get(repository.id) ?? null,
    })),
    overreach: await listOverreach({ db }, work.slug),
    cases: (await listOverreachCases(db)).filter(({ notice }) => ids.has(notice)),
    changes: await readChanges(db, new Set([...found.keys()])),
  }
}

async function readChanges(db: Queryable, ids: ReadonlySet<number>): Promise<TrackingFacts['changes']> {
  const changes: TrackingFacts['changes'] = new Map()
  for await (const { subject, data } of readEvents(db, { kind: 'repository.availability' })) {
    const id = Number(subject.slice('repository:'.length))
    if (!ids.has(id)) continue
    const { at, to } = data as { at: string; to: RepositoryRow['availability'] }
    changes.set(id, [...(changes.get(id) ?? []), { at: new Date(at), to }])
  }
  return changes
}
