import type { Queryable } from '../../../db/database.ts'
import { listMaterials, type MaterialRow } from '../../../db/queries/materials.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { findRepositories, type RepositoryRow } from '../../../db/queries/repositories.ts'
import { listEvidenceIds } from '../../../db/queries/returns.ts'
import { accusedRepositories } from '../../core/notice/accused.ts'
import { isOfficialGist } from '../../core/repository/official.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import type { Availability, RepositoryName } from '../../core/repository/types.ts'
import { citeEarlier, tiesBetween, type Tie, type Traced } from '../../core/returns/trace-return.ts'
import { requireWork } from '../find-work.ts'
import { readDocument } from '../notice/notice-summary.ts'
import { givenBackAt, listSentNotices, type SentNotice } from '../sent-notices.ts'

export interface Return {
  repository: string
  id: number
  availability: Availability
  /** ISO; when it was made, or where GitHub did not tell, found. */
  since: string
  /** What was named before and ties it to this one, the latest notice first. */
  chain: {
    /** As the notice named it. */
    repository: string
    /** After a rename or a transfer. */
    nameToday: string
    id: number
    notice: string
    publishedUrl: string | null
    ticket: string | null
    sentAt: string
    /** A retraction of ours gave it back. */
    givenBack: boolean
    ties: Tie[]
    /** A sentence for the next notice. */
    citation: string
  }[]
}

/** A gist, a package or a page that came up since, and shares an account or files with what was named. */
export interface ReturnedMaterial {
  url: string
  kind: MaterialRow['kind']
  availability: Availability
  /** ISO; when it was found. */
  since: string
  chain: Return['chain']
}

export interface RepeatInfringer {
  owner: string
  /** Named in notices that were sent. */
  named: string[]
  /** Come up since. */
  returned: string[]
  notices: string[]
}

export interface Returns {
  returns: Return[]
  materials: ReturnedMaterial[]
  /** Accounts with more than one repository among what was named and what came back. */
  repeatInfringers: RepeatInfringer[]
}

/**
 * What came back after a notice: matches made since it was sent that share an account, a tree, files or a fork network
 * with what it named.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listReturns({ db }: { db: Queryable }, slug: string): Promise<Returns> {
  const work = await requireWork(db, slug)
  const sent = await listSentNotices(db, work.id)
  const first = sent.map(({ sentAt }) => sentAt).sort((a, b) => a.getTime() - b.getTime())[0]
  const named = await findRepositories(
    db,
    sent.flatMap(({ named }) => [...named]),
  )
  if (first === undefined) return { returns: [], materials: [], repeatInfringers: [] }
  const later = (await selectMatches(db, work.id, {})).filter(
    ({ match, repository }) =>
      match.strength !== 'none' &&
      !match.official &&
      !isCleared(match.decision) &&
      startOf(repository) > first,
  )
  const ids = [...named.keys(), ...later.map(({ repository }) => repository.id)]
  const evidence = await listEvidenceIds(db, work.id, ids)
  const traced = (row: RepositoryRow): Traced => ({
    ...row,
    ...(evidence.get(row.id) ?? { trees: new Set(), blobs: new Set() }),
  })
  const returns = later.flatMap(({ repository }) => {
    const chain = chainOf(traced(repository), startOf(repository), sent, named, traced)
    if (chain.length === 0) return []
    return [
      {
        repository: formatRepositoryName(repository),
        id: repository.id,
        availability: repository.availability,
        since: startOf(repository).toISOString(),
        chain,
      },
    ]
  })
  const officials = await listOfficials(db, work.id)
  const materials = (await listMaterials(db, work.id)).flatMap((row) => {
    if (row.strength === 'none' || isCleared(row.decision) || isOfficialGist(row, officials)) return []
    const chain = chainOf(traceMaterial(row), row.seenAt, sent, named, traced)
    if (chain.length === 0) return []
    const { url, kind } = row
    const availability = row.availability ?? 'unknown'
    return [{ url, kind, availability, since: row.seenAt.toISOString(), chain }]
  })
  return { returns, materials, repeatInfringers: listRepeatInfringers(returns, sent, named) }
}

/** Somebody looked and found that it is nothing to claim. */
export function isCleared(decision: string | null): boolean {
  return ['authorized', 'fair-use', 'not-ours'].includes(decision ?? '')
}

/** A gist tells its account; of what is elsewhere only the files can be known again. */
function traceMaterial({ id, kind, url, files }: MaterialRow): Traced {
  const [owner = ''] = kind === 'gist' ? new URL(url).pathname.slice(1).split('/') : []
  const blobs = new Set(files.map(({ blob }) => blob))
  return { id: -id, owner, name: '', networkRootId: null, trees: new Set(), blobs }
}

/** Each tie to what was named before, the latest notice first. */
function chainOf(
  later: Traced,
  startedAt: Date,
  sent: readonly SentNotice[],
  named: ReadonlyMap<number, RepositoryRow>,
  traced: (row: RepositoryRow) => Traced,
): Return['chain'] {
  return sent
    .flatMap((notice) => linksOf({ later, startedAt }, notice, named, traced))
    .sort((a, b) => (a.sentAt < b.sentAt ? 1 : a.sentAt > b.sentAt ? -1 : b.ties.length - a.ties.length))
}

/** Only what a notice named before this repository came to be. */
function linksOf(
  { later, startedAt }: { later: Traced; startedAt: Date },
  sent: SentNotice,
  rows: ReadonlyMap<number, RepositoryRow>,
  traced: (row: RepositoryRow) => Traced,
): Return['chain'] {
  const { notice, sentAt, named } = sent
  if (startedAt <= sentAt) return []
  const accused = accusedRepositories(readDocument(notice))
  return [...named].flatMap((id) => {
    const row = rows.get(id)
    const then = accused.find((one) => one.id === id)
    const ties =
      row === undefined || then === undefined || id === later.id
        ? []
        : tiesBetween(later, traced(row)).filter((tie) => tie !== 'owner' || isSameOwner(row, then))
    if (row === undefined || then === undefined || ties.length === 0) return []
    const repository = formatRepositoryName(then)
    const { publishedUrl, ticket } = notice
    const sentOn = sentAt.toISOString().slice(0, 10)
    return [
      {
        repository,
        nameToday: formatRepositoryName(row),
        id,
        notice: notice.id,
        publishedUrl,
        ticket,
        sentAt: sentAt.toISOString(),
        givenBack: givenBackAt(sent, row) !== null,
        ties,
        citation: citeEarlier({ repository, ties, sentOn, publishedUrl, ticket }),
      },
    ]
  })
}

/** What was handed to another account since is no deed of that account's, and an account's old name may be another's. */
function isSameOwner(today: RepositoryName, then: RepositoryName): boolean {
  return today.owner.toLowerCase() === then.owner.toLowerCase()
}

function startOf({ githubCreatedAt, firstSeenAt }: RepositoryRow): Date {
  return githubCreatedAt ?? firstSeenAt
}

function listRepeatInfringers(
  returns: readonly Return[],
  sent: readonly SentNotice[],
  named: ReadonlyMap<number, RepositoryRow>,
): RepeatInfringer[] {
  const owners = new Map<string, RepeatInfringer>()
  const of = (owner: string) => {
    const known = owners.get(owner.toLowerCase()) ?? { owner, named: [], returned: [], notices: [] }
    owners.set(owner.toLowerCase(), known)
    return known
  }
  for (const { notice, named: ids } of sent)
    for (const then of accusedRepositories(readDocument(notice))) {
      const row = named.get(then.id)
      if (!ids.has(then.id) || row === undefined || !isSameOwner(row, then)) continue
      const one = of(row.owner)
      const name = formatRepositoryName(row)
      if (!one.named.includes(name)) one.named.push(name)
      if (!one.notices.includes(notice.id)) one.notices.push(notice.id)
    }
  for (const { repository } of returns) {
    const one = owners.get(repository.split('/')[0]!.toLowerCase())
    if (one !== undefined && !one.named.includes(repository)) one.returned.push(repository)
  }
  return [...owners.values()].filter((one) => one.named.length + one.returned.length > 1)
}
