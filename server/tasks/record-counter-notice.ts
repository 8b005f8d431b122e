import { createHash } from 'node:crypto'
import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database, Queryable } from '../../db/database.ts'
import { insertCounterNotice, listCounterNotices } from '../../db/queries/counter-notices.ts'
import { listNamed, type Notice } from '../../db/queries/notices.ts'
import { findRepositories } from '../../db/queries/repositories.ts'
import { findWorkById } from '../../db/queries/works.ts'
import { dateIn } from '../core/deadline/calendar-date.ts'
import { gitHubZone, type DeadlineKind } from '../core/deadline/deadlines.ts'
import { readPublishedNotice } from '../core/notice/read/read-published-notice.ts'
import { formatRepositoryName, readRepositoryName } from '../core/repository/repository-name.ts'
import { ClawbackError } from '../errors.ts'
import { listDeadlines, type DeadlineRow } from './list-deadlines.ts'
import { listOverreach } from './list-overreach.ts'
import { requireNotice } from './notice/find-notice.ts'
import { summarizeNotice } from './notice/notice-summary.ts'
import { readTextFile } from './read-text-file.ts'
import { readTime } from './read-time.ts'

export interface RecordedCounterNotice {
  notice: string
  receivedAt: string
  /** What it disputes; empty: the whole notice. */
  repositories: string[]
  sha256: string
  /** The clocks that run from now on. */
  deadlines: DeadlineRow[]
}

/** The clocks that a counter notice starts. */
const counted: ReadonlySet<DeadlineKind> = new Set([
  'court-action',
  'reinstatement-earliest',
  'reinstatement-latest',
])

/**
 * Records a counter notice, which starts the clock of 17 U.S.C. 512(g): its text whole among the encrypted contents,
 * its facts in the log. Without repositories, those that its text names and the notice names, too, are disputed.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_NOT_SENT, TIME_INVALID, RECEIVED_AT_INVALID, REPOSITORY_NOT_NAMED,
 * COUNTER_NOTICE_KNOWN, COUNTER_NOTICE_EMPTY, FILE_NOT_READ, FILE_NOT_TEXT
 */
export async function recordCounterNotice(
  app: { db: Database; content: ContentStore; actor: string; clock: () => Date },
  input: { id: string; receivedAt: string; file: string; repositories: readonly string[] },
): Promise<RecordedCounterNotice> {
  const notice = await requireNotice(app.db, input.id)
  const sentAt = requireSent(notice)
  const receivedAt = readReceipt(input.receivedAt, sentAt, app.clock())
  const bytes = await readTextFile(input.file)
  if (bytes.toString().trim() === '') {
    throw new ClawbackError(
      'COUNTER_NOTICE_EMPTY',
      `${input.file} holds no text`,
      'Give the whole text of the counter notice, as GitHub forwarded it.',
    )
  }
  const named = await listDisputable(app.db, notice)
  const repositories =
    input.repositories.length > 0
      ? [...new Set(input.repositories.map((name) => requireNamed(name, named, input.id)))]
      : disputedIn(bytes.toString(), named)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const contentId = await app.content.put(bytes)
  await app.db.tx(async (tx) => {
    const known = await listCounterNotices(tx)
    if (known.some((one) => one.notice === input.id && one.sha256 === sha256)) {
      throw new ClawbackError(
        'COUNTER_NOTICE_KNOWN',
        `This very text is recorded as a counter notice to ${input.id} already`,
        'Its clock runs; see "clawback deadlines".',
      )
    }
    const facts = { notice: input.id, repositories, receivedAt, contentId, sha256 }
    await insertCounterNotice(tx, app.actor, facts)
  })
  const deadlines = (await listDeadlines(app, null)).filter(
    (deadline) =>
      deadline.notice === input.id &&
      counted.has(deadline.kind) &&
      (repositories.length === 0
        ? deadline.repository === null
        : repositories.includes(deadline.repository ?? '')),
  )
  return { notice: input.id, receivedAt: receivedAt.toISOString(), repositories, sha256, deadlines }
}

function requireSent(notice: Notice): Date {
  if (notice.sentAt !== null && notice.kind !== 'retraction') return notice.sentAt
  if (notice.kind === 'retraction') {
    throw new ClawbackError(
      'NOTICE_NOT_SENT',
      `${notice.id} is a retraction, which nobody counters`,
      'Give the id of the takedown notice that it answers.',
    )
  }
  throw new ClawbackError(
    'NOTICE_NOT_SENT',
    `${notice.id} is ${notice.status}, and not recorded as sent`,
    `Record that first: clawback notice sent ${notice.id} --channel form --at TIME`,
  )
}

/** A day without a time lies between the sending and now when the days do. */
function readReceipt(text: string, sentAt: Date, now: Date): Date {
  const { at, dayOnly } = readTime(text, '--received-at')
  const day = (time: Date) => dateIn(time, gitHubZone)
  // East of San Francisco the day begins earlier, and the mail is dated there.
  const tomorrow = new Date(now.getTime() + 86_400_000)
  const fits = dayOnly ? day(at) >= day(sentAt) && day(at) <= day(tomorrow) : at >= sentAt && at <= now
  if (!fits) {
    throw new ClawbackError(
      'RECEIVED_AT_INVALID',
      `"${text}" is not between the sending of the notice (${sentAt.toISOString()}) and now`,
      'Give --received-at as the day or time of the mail that GitHub forwarded.',
    )
  }
  return new Date(Math.min(Math.max(at.getTime(), sentAt.getTime()), now.getTime()))
}

/** What a counter notice can be about: what the notice names, under the names of then and now, and what it swept up. */
async function listDisputable(db: Queryable, notice: Notice): Promise<Map<string, string>> {
  const rows = await listNamed(db, [notice.id])
  const repositories = await findRepositories(
    db,
    rows.map((row) => row.repositoryId),
  )
  const work = await findWorkById(db, notice.workId)
  const overreach =
    work === undefined || work.removedAt !== null ? [] : await listOverreach({ db }, work.slug)
  const names = [
    ...summarizeNotice(notice).repositories,
    ...[...repositories.values()].map(formatRepositoryName),
    ...overreach.filter((one) => one.notice === notice.id).map((one) => one.repository),
  ]
  return new Map(names.map((name) => [name.toLowerCase(), name]))
}

function requireNamed(text: string, named: Map<string, string>, id: string): string {
  const name = readRepositoryName(text)
  const found = name === undefined ? undefined : named.get(formatRepositoryName(name).toLowerCase())
  if (found !== undefined) return found
  throw new ClawbackError(
    'REPOSITORY_NOT_NAMED',
    `${text} is neither named in ${id} nor seen disabled under it`,
    `See what it names: clawback notice show ${id}`,
  )
}

function disputedIn(text: string, named: Map<string, string>): string[] {
  const { repositories } = readPublishedNotice('counternotice.md', text)
  return [...new Set(repositories.flatMap((name) => named.get(name.toLowerCase()) ?? []))]
}
