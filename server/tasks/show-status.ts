import type { Queryable } from '../../db/database.ts'
import { selectMatches, type MatchWithRepository } from '../../db/queries/matches.ts'
import { listNamed, selectNotices } from '../../db/queries/notices.ts'
import { findLatestScan } from '../../db/queries/scans.ts'
import { countWork, listWorkRows, type Work } from '../../db/queries/works.ts'
import { requireWork } from './find-work.ts'

export interface Figure {
  key: string
  name: string
  /** null: not known yet. */
  value: string | null
  definition: string
}

export interface Status {
  works: { slug: string; title: string; figures: Figure[] }[]
}

/** Counts and times of each work; every figure carries its definition. */
export async function showStatus({ db }: { db: Queryable }, slug?: string): Promise<Status> {
  const works = slug === undefined ? await listWorkRows(db) : [await requireWork(db, slug)]
  return { works: await Promise.all(works.map((work) => describe(db, work))) }
}

async function describe(db: Queryable, work: Work): Promise<Status['works'][number]> {
  const { claimed } = await countWork(db, work.id)
  const matches = await selectMatches(db, work.id, {})
  const alike = matches.filter(({ match }) => match.strength !== 'none')
  const notices = await selectNotices(db, work.id)
  const out = notices.filter((notice) => notice.status !== 'draft' && notice.kind !== 'retraction')
  const named = new Set(
    (
      await listNamed(
        db,
        out.map(({ id }) => id),
      )
    ).map((row) => row.repositoryId),
  )
  const isNamed = ({ repository }: MatchWithRepository) => named.has(repository.id)
  const down = (m: MatchWithRepository) => ['disabled', 'blocked', 'gone'].includes(m.repository.availability)
  const scan = await findLatestScan(db, work.id)
  const sentAt = new Map<number, Date>()
  for (const row of await listNamed(
    db,
    out.map(({ id }) => id),
  )) {
    const sent = out.find((notice) => notice.id === row.noticeId)?.sentAt ?? null
    if (sent !== null) sentAt.set(row.repositoryId, sent)
  }
  const hours = matches.flatMap(({ repository }) => {
    const sent = sentAt.get(repository.id)
    if (sent === undefined || repository.availability !== 'disabled' || repository.blockCreatedAt === null)
      return []
    return [(repository.blockCreatedAt.getTime() - sent.getTime()) / 3_600_000]
  })
  const figures: Figure[] = [
    figure(
      'claimed',
      'Claimed originals',
      claimed,
      'distinct files of the work that are the owner’s own and large enough to be claimed',
    ),
    figure(
      'strong',
      'Strong matches',
      alike.filter(({ match }) => match.strength === 'strong').length,
      'repositories whose evidence alone supports a claim',
    ),
    figure(
      'weak',
      'Weak matches',
      alike.filter(({ match }) => match.strength === 'weak').length,
      'repositories with likeness that a person must judge',
    ),
    figure(
      'undecided',
      'Not decided',
      alike.filter(({ match }) => match.decision === null).length,
      'strong or weak matches that no reviewer has decided',
    ),
    figure(
      'infringing',
      'Reviewed as infringing',
      alike.filter(({ match }) => match.decision === 'infringing').length,
      'matches that a named reviewer decided are infringing',
    ),
    figure('named', 'Named in notices', named.size, 'repositories named in a signed or sent takedown notice'),
    figure(
      'disabled',
      'Named and disabled',
      matches.filter((m) => isNamed(m) && m.repository.availability === 'disabled').length,
      'named repositories that answered 451 at the last recheck',
    ),
    figure(
      'alive',
      'Copies alive',
      alike.filter((m) => m.match.decision !== 'authorized' && !m.match.official && !down(m)).length,
      'matches, authorized and official ones left out, that were not seen disabled, blocked or gone',
    ),
    {
      ...figure(
        'takedown',
        'Median time to takedown',
        0,
        'from the time a notice was recorded as sent to the time in GitHub’s block, over named and disabled repositories',
      ),
      value: median(hours),
    },
    {
      ...figure('scan', 'Last scan', 0, 'the latest scan and whether it told everything it was asked'),
      value: scan === undefined ? null : `${scan.status}, ${scan.startedAt.toISOString()}`,
    },
  ]
  return { slug: work.slug, title: work.title, figures }
}

function figure(key: string, name: string, value: number, definition: string): Figure {
  return { key, name, value: value.toLocaleString('en-US'), definition }
}

function median(hours: number[]): string | null {
  const sorted = [...hours].sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle === undefined ? null : `${middle.toFixed(1)} hours (n = ${sorted.length})`
}
