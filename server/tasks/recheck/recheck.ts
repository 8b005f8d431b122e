import type { Database, Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateNotice, type Notice } from '../../../db/queries/notices.ts'
import {
  insertObservation,
  saveRepositories,
  updateRepository,
  type RepositoryRow,
} from '../../../db/queries/repositories.ts'
import { countRequestsSince } from '../../../db/queries/requests.ts'
import { attributeNotice } from '../../core/repository/attribute-notice.ts'
import { nextAvailability, type AvailabilityChange } from '../../core/repository/availability.ts'
import type { Availability } from '../../core/repository/types.ts'
import type { Connect } from '../connection.ts'
import type { Progress } from '../progress.ts'
import { inferPublishedUrls } from './infer-published-url.ts'
import { lookAtRepositories, type Look } from './look-at-repositories.ts'
import { selectForRecheck, type RecheckSelection } from './select-for-recheck.ts'

export interface RecheckReport {
  checked: number
  requests: { core: number; graphql: number; search: number; code_search: number; notModified: number }
  changes: {
    repository: string
    from: Availability
    to: Availability
    at: string
    noticeUrl: string | null
    /** The notice of ours that GitHub's block names. */
    attributedTo: string | null
    reinstated: boolean
  }[]
  /** Disabled under a notice of ours that does not name them. */
  overreach: { repository: string; noticeUrl: string; notice: string; official: boolean }[]
  couldNotTell: { repository: string; reason: string }[]
}

export interface RecheckApp {
  db: Database
  actor: string
  clock: () => Date
  connect: Connect
}

/**
 * Asks GitHub what became of the matches, of everything that our notices name, and of the rest of those networks.
 * GraphQL tells where something may have changed, REST gives the answer. A failure is *could not tell*, and what
 * was known stays.
 */
export async function recheck(
  app: RecheckApp,
  input: { work: string | null; notice: string | null },
  progress: Progress,
): Promise<RecheckReport> {
  const started = app.clock()
  const selection = await selectForRecheck(app.db, input)
  const github = await app.connect(null)
  await github.whoAmI()
  const looks = await lookAtRepositories(app.db, github, selection.repositories, progress)
  const notices = await keepPublishedUrls(app, selection, looks)

  const changes: RecheckReport['changes'] = []
  for (const look of looks) {
    const change = await keepLook(app, selection, notices, look)
    if (change !== undefined) changes.push(change)
  }
  await github.settled()
  return {
    checked: looks.filter((look) => look.availability !== 'unknown').length,
    requests: await countRequestsSince(app.db, started),
    changes,
    overreach: listOverreach(selection, notices, looks),
    couldNotTell: looks.flatMap(({ repository, availability, reason }) =>
      availability === 'unknown' ? [{ repository: nameOf(repository), reason: reason ?? 'no answer' }] : [],
    ),
  }
}

/** GitHub's block tells under which address a notice of ours was published. */
async function keepPublishedUrls(
  app: RecheckApp,
  selection: RecheckSelection,
  looks: readonly Look[],
): Promise<Notice[]> {
  const inferred = inferPublishedUrls(selection.notices, selection.named, looks)
  for (const { notice, url } of inferred) {
    await app.db.tx(async (tx) => {
      await updateNotice(tx, notice.id, { publishedUrl: url })
      await appendEvent(tx, {
        actor: app.actor,
        kind: 'notice.published',
        subject: `notice:${notice.id}`,
        data: { url },
      })
    })
  }
  const urls = new Map(inferred.map(({ notice, url }) => [notice.id, url]))
  return selection.notices.map((notice) => ({
    ...notice,
    publishedUrl: urls.get(notice.id) ?? notice.publishedUrl,
  }))
}

async function keepLook(
  app: RecheckApp,
  selection: RecheckSelection,
  notices: readonly Notice[],
  look: Look,
): Promise<RecheckReport['changes'][number] | undefined> {
  const { repository, availability, block } = look
  const at = app.clock()
  const previous = {
    availability: repository.availability,
    since: repository.availabilitySince ?? repository.firstSeenAt,
    checkedAt: repository.checkedAt ?? repository.firstSeenAt,
  }
  const { known, change } = nextAvailability(previous, { availability, at })
  const notice = attributeLook(selection, notices, look)
  await app.db.tx(async (tx) => {
    if (look.facts !== null) await saveRepositories(tx, [look.facts], at)
    await insertObservation(tx, {
      repositoryId: repository.id,
      at,
      availability,
      httpStatus: look.httpStatus,
      raw: look.raw,
      noticeUrl: block?.noticeUrl ?? null,
      workId: selection.workIds[0] ?? null,
    })
    if (availability === 'unknown') return
    await updateRepository(tx, repository.id, {
      availability: known.availability,
      availabilitySince: known.since,
      checkedAt: known.checkedAt,
      blockReason: block?.reason ?? null,
      blockNoticeUrl: block?.noticeUrl ?? null,
      blockCreatedAt: block?.createdAt ?? null,
    })
    if (change !== undefined) await logChange(tx, app.actor, selection, look, change, notice)
  })
  if (change === undefined) return undefined
  return {
    repository: nameOf(repository),
    from: change.from,
    to: change.to,
    at: change.at.toISOString(),
    noticeUrl: block?.noticeUrl ?? null,
    attributedTo: notice?.id ?? null,
    reinstated: change.reinstated,
  }
}

async function logChange(
  tx: Transaction,
  actor: string,
  selection: RecheckSelection,
  { repository, block }: Look,
  change: AvailabilityChange,
  notice: Notice | undefined,
): Promise<void> {
  const data = {
    repository: nameOf(repository),
    from: change.from,
    to: change.to,
    reinstated: change.reinstated,
    noticeUrl: block?.noticeUrl ?? null,
    blockedAt: block?.createdAt?.toISOString() ?? null,
    attributedTo: notice?.id ?? null,
  }
  const subject = `repository:${repository.id}`
  await appendEvent(tx, { actor, kind: 'repository.availability', subject, data })
  if (notice !== undefined && change.to === 'disabled' && !isNamed(selection, repository)) {
    await appendEvent(tx, {
      actor,
      kind: 'overreach.found',
      subject,
      data: { repository: data.repository, notice: notice.id, noticeUrl: data.noticeUrl },
    })
  }
}

function listOverreach(
  selection: RecheckSelection,
  notices: readonly Notice[],
  looks: readonly Look[],
): RecheckReport['overreach'] {
  return looks.flatMap((look) => {
    const { repository, availability, block } = look
    const noticeUrl = block?.noticeUrl ?? null
    const notice = attributeLook(selection, notices, look)
    if (
      availability !== 'disabled' ||
      noticeUrl === null ||
      notice === undefined ||
      isNamed(selection, repository)
    )
      return []
    return [
      {
        repository: nameOf(repository),
        noticeUrl,
        notice: notice.id,
        official: selection.isOfficial(repository),
      },
    ]
  })
}

/** GitHub may publish several of our notices under one address: the one that names the repository is meant. */
function attributeLook(
  { named }: RecheckSelection,
  notices: readonly Notice[],
  { repository, block }: Look,
): Notice | undefined {
  const url = block?.noticeUrl ?? null
  const naming = notices.filter((notice) => named.get(notice.id)?.has(repository.id) === true)
  return attributeNotice(url, naming) ?? attributeNotice(url, notices)
}

/** Named in any notice that was sent: then its takedown is no overreach, whichever of them did it. */
function isNamed({ named }: RecheckSelection, repository: RepositoryRow): boolean {
  return [...named.values()].some((ids) => ids.has(repository.id))
}

function nameOf({ owner, name }: { owner: string; name: string }): string {
  return `${owner}/${name}`
}
