import type { Database } from '../../db/database.ts'
import { listNamed } from '../../db/queries/notices.ts'
import { insertOwnerChange, listOwnerChanges } from '../../db/queries/owner-changes.ts'
import { findRepositories } from '../../db/queries/repositories.ts'
import { formatRepositoryName, isSameName, readRepositoryName } from '../core/repository/repository-name.ts'
import { ClawbackError } from '../errors.ts'
import { listDeadlines, type DeadlineRow } from './list-deadlines.ts'
import { requireNotice } from './notice/find-notice.ts'
import { readTime } from './read-time.ts'

export interface RecordedOwnerChange {
  notice: string
  repository: string
  toldAt: string
  /** The clock that runs now. */
  deadlines: DeadlineRow[]
}

/**
 * Records that GitHub told of changes an owner made: two weeks of silence from then on count as a retraction. Telling
 * it twice is harmless.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_NOT_SENT, TIME_INVALID, TOLD_AT_INVALID, REPOSITORY_NOT_NAMED
 */
export async function recordOwnerChange(
  app: { db: Database; actor: string; clock: () => Date },
  input: { id: string; repository: string; toldAt: string },
): Promise<RecordedOwnerChange> {
  const notice = await requireNotice(app.db, input.id)
  if (notice.sentAt === null) {
    throw new ClawbackError(
      'NOTICE_NOT_SENT',
      `${notice.id} is ${notice.status}, and not recorded as sent`,
      `Record that first: clawback notice sent ${notice.id} --channel form --at TIME`,
    )
  }
  const { at } = readTime(input.toldAt, '--told-at')
  const now = app.clock()
  if (at < notice.sentAt || at.getTime() > now.getTime() + 86_400_000) {
    throw new ClawbackError(
      'TOLD_AT_INVALID',
      `"${input.toldAt}" is not between the sending of the notice (${notice.sentAt.toISOString()}) and now`,
      'Give --told-at as the day or time of the mail in which GitHub told it.',
    )
  }
  const repository = await requireNamed(app.db, notice.id, input.repository)
  const toldAt = at > now ? now : at
  await app.db.tx(async (tx) => {
    const known = (await listOwnerChanges(tx)).some(
      (one) =>
        one.notice === notice.id &&
        one.repository === repository &&
        one.toldAt.getTime() === toldAt.getTime(),
    )
    if (!known) await insertOwnerChange(tx, app.actor, { notice: notice.id, repository, toldAt })
  })
  const deadlines = (await listDeadlines(app, null)).filter(
    (deadline) =>
      deadline.notice === notice.id &&
      deadline.kind === 'review-changes' &&
      deadline.repository === repository,
  )
  return { notice: notice.id, repository, toldAt: toldAt.toISOString(), deadlines }
}

async function requireNamed(db: Database, notice: string, text: string): Promise<string> {
  const ids = (await listNamed(db, [notice])).map(({ repositoryId }) => repositoryId)
  const name = readRepositoryName(text)
  const rows = [...(await findRepositories(db, ids)).values()]
  const found = name === undefined ? undefined : rows.find((row) => isSameName(row, name))
  if (found !== undefined) return formatRepositoryName(found)
  throw new ClawbackError(
    'REPOSITORY_NOT_NAMED',
    `${text} is not named in ${notice}`,
    `See what it names: clawback notice show ${notice}`,
  )
}
