import type { Queryable } from '../../db/database.ts'
import { readEventsOf } from '../../db/events/read-events-of.ts'
import { listCounterNotices } from '../../db/queries/counter-notices.ts'
import { selectMatchesOfOwner } from '../../db/queries/match-list.ts'
import { findNotice, listNoticesNaming, type Notice } from '../../db/queries/notices.ts'
import { listNamesOf, type RepositoryRow } from '../../db/queries/repositories.ts'
import type { Work } from '../../db/queries/works.ts'
import { formatRepositoryName } from '../core/repository/repository-name.ts'
import { requireWork } from './find-work.ts'
import { describeMatches, type MatchRow } from './list-matches.ts'
import { requireMatch } from './show-match.ts'

export interface MatchHistory {
  /** Names that it was seen under before, the latest last. */
  earlierNames: string[]
  /** What the log holds about it, the latest first. */
  events: { seq: number; at: string; actor: string; kind: string; data: Readonly<Record<string, unknown>> }[]
  owner: OwnerHistory
}

/** What is known of an account, as far as it concerns the same work. */
export interface OwnerHistory {
  name: string
  /** Its other matches. */
  matches: MatchRow[]
  notices: { id: string; kind: string; status: string; sentAt: string | null; repositories: string[] }[]
  counterNotices: { notice: string; repository: string | null; receivedAt: string }[]
  /** Notices that were sent about another repository of the account before this one was made, or found. */
  returnedAfter: { notice: string; sentAt: string }[]
}

/** @throws ClawbackError WORK_UNKNOWN, REPOSITORY_INVALID, MATCH_UNKNOWN */
export async function showMatchHistory(
  { db }: { db: Queryable },
  slug: string,
  repositoryName: string,
): Promise<MatchHistory> {
  const work = await requireWork(db, slug)
  const { repository } = await requireMatch(db, work, repositoryName)
  const name = formatRepositoryName(repository)
  const names = (await listNamesOf(db, [repository.id])).get(repository.id) ?? []
  const events = await readEventsOf(db, [`repository:${repository.id}`])
  return {
    earlierNames: [...new Set(names)].filter((one) => one !== name),
    events: events
      .map(({ seq, at, actor, kind, data }) => ({
        seq,
        at: at.toISOString(),
        actor,
        kind,
        data: (data ?? {}) as Readonly<Record<string, unknown>>,
      }))
      // A repository may match several works; its events say which one they are about.
      .filter(({ data }) => data['work'] === undefined || data['work'] === slug)
      .reverse(),
    owner: await readOwner(db, work, repository),
  }
}

async function readOwner(db: Queryable, work: Work, repository: RepositoryRow): Promise<OwnerHistory> {
  const all = await selectMatchesOfOwner(db, work.id, repository.owner)
  const ids = [repository.id, ...all.map((one) => one.repository.id)]
  const naming = await listNoticesNaming(db, work.id, ids)
  const notices = await readNotices(db, [...new Set([...naming.values()].flat())])
  const others = all.filter((one) => one.repository.id !== repository.id)
  const nameOf = new Map(all.map((one) => [one.repository.id, formatRepositoryName(one.repository)]))
  const namedBy = (id: string) => [...naming].filter(([, of]) => of.includes(id)).map(([of]) => of)
  const since = repository.githubCreatedAt ?? repository.firstSeenAt
  return {
    name: repository.owner,
    matches: await describeMatches(db, others),
    notices: notices.map(({ id, kind, status, sentAt }) => ({
      id,
      kind,
      status,
      sentAt: sentAt?.toISOString() ?? null,
      repositories: namedBy(id).map((of) => nameOf.get(of) ?? String(of)),
    })),
    counterNotices: await readCounterNotices(
      db,
      new Set(notices.map(({ id }) => id)),
      new Set([...nameOf.values()].map((name) => name.toLowerCase())),
    ),
    returnedAfter: notices.flatMap(({ id, kind, sentAt }) => {
      const isTakedown = kind === 'takedown' || kind === 'revised'
      const ofAnother = namedBy(id).some((of) => of !== repository.id)
      if (!isTakedown || sentAt === null || sentAt >= since || !ofAnother) return []
      return [{ notice: id, sentAt: sentAt.toISOString() }]
    }),
  }
}

async function readNotices(db: Queryable, ids: readonly string[]): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const id of ids) {
    const notice = await findNotice(db, id)
    if (notice !== undefined) notices.push(notice)
  }
  return notices.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
}

/** One that disputes a whole notice disputes what it says of this account, too. */
async function readCounterNotices(
  db: Queryable,
  notices: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Promise<OwnerHistory['counterNotices']> {
  const told: OwnerHistory['counterNotices'] = []
  for (const { notice, repositories, receivedAt } of await listCounterNotices(db)) {
    if (!notices.has(notice)) continue
    const about = repositories.filter((repository) => names.has(repository.toLowerCase()))
    for (const repository of repositories.length === 0 ? [null] : about)
      told.push({ notice, repository, receivedAt: receivedAt.toISOString() })
  }
  return told
}
