import type { Queryable } from '../../db/database.ts'
import { listCounterNotices } from '../../db/queries/counter-notices.ts'
import { selectNotices, type Notice } from '../../db/queries/notices.ts'
import { listOwnerChanges } from '../../db/queries/owner-changes.ts'
import { findRepositories, type RepositoryRow } from '../../db/queries/repositories.ts'
import { dateIn, type CalendarDate } from '../core/deadline/calendar-date.ts'
import { deadlinesOf, gitHubZone, type Deadline, type NoticeClock } from '../core/deadline/deadlines.ts'
import { formatRepositoryName } from '../core/repository/repository-name.ts'
import { readDocument } from './notice/notice-summary.ts'
import { readTime } from './read-time.ts'
import { givenBackAt, listSentNotices, type SentNotice } from './sent-notices.ts'

export interface DeadlineRow extends Deadline {
  /** Against the day asked about. What is past stays listed: something may have been missed. */
  state: 'past' | 'today' | 'coming'
}

/**
 * Every clock that runs from notices that were sent, earliest first, as it was known on a day (today when none is
 * given): what happened later does not count. What was given back has no clocks any more but the one that sees it
 * back.
 * @throws ClawbackError TIME_INVALID
 */
export async function listDeadlines(
  { db, clock }: { db: Queryable; clock: () => Date },
  asOf: string | null,
): Promise<DeadlineRow[]> {
  const day = dateIn(asOf === null ? clock() : readTime(asOf, '--as-of').at, gitHubZone)
  const known = (at: Date) => dateIn(at, gitHubZone) <= day
  const [all, counterNotices, changes, sent] = await readAll(db)
  const rows = await findRepositories(
    db,
    sent.flatMap(({ named }) => [...named]),
  )
  const deadlines = sent
    .filter(({ notice, sentAt }) => notice.status === 'sent' && known(sentAt))
    .flatMap((each) => {
      const notice = each.notice.id
      const told = { ...each, retractions: each.retractions.filter(({ sentAt }) => known(sentAt)) }
      return deadlinesOf({
        notice,
        ...claimOf(told, rows, known),
        changes: changes.filter((change) => change.notice === notice && known(change.toldAt)),
        counterNotices: counterNotices
          .filter((counter) => counter.notice === notice && known(counter.receivedAt))
          .flatMap(({ repositories, receivedAt }) =>
            (repositories.length === 0 ? [null] : repositories).map((repository) => ({
              repository,
              receivedAt,
            })),
          ),
        answeredAt: answersTo(notice, all).filter(known),
      })
    })
  return deadlines
    .map((deadline) => ({ ...deadline, state: stateOf(deadline.due, day) }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

async function readAll(db: Queryable) {
  return [
    await selectNotices(db),
    await listCounterNotices(db),
    await listOwnerChanges(db),
    await listSentNotices(db),
  ] as const
}

/** When something was said about a notice: a revised one, or a retraction. */
function answersTo(id: string, all: readonly Notice[]): Date[] {
  return all.flatMap(({ aboutNoticeId, kind, sentAt }) =>
    aboutNoticeId === id && sentAt !== null && (kind === 'revised' || kind === 'retraction') ? [sentAt] : [],
  )
}

/** What became of the claim, as far as it was known on the day. */
function claimOf(
  sent: SentNotice,
  rows: ReadonlyMap<number, RepositoryRow>,
  known: (at: Date) => boolean,
): Pick<NoticeClock, 'scope' | 'sentAt' | 'standing' | 'givenBack'> {
  const document = readDocument(sent.notice)
  const named = [...sent.named].flatMap((id) => rows.get(id) ?? [])
  const isDown = ({ availability, availabilitySince }: RepositoryRow) =>
    ['disabled', 'blocked', 'gone'].includes(availability) &&
    (availabilitySince === null || known(availabilitySince))
  const back = named.flatMap((row) => {
    const at = givenBackAt(sent, row)
    return at === null ? [] : [{ row, repository: formatRepositoryName(row), at }]
  })
  const isWhole = back.length === named.length && named.length > 0
  return {
    scope: 'scope' in document ? document.scope : 'entire-repository',
    sentAt: sent.sentAt,
    standing: named.filter((row) => !isDown(row)).map(formatRepositoryName),
    givenBack: isWhole
      ? [{ repository: null, at: back[0]!.at, isBack: back.every(({ row }) => !isDown(row)) }]
      : back.map(({ row, repository, at }) => ({ repository, at, isBack: !isDown(row) })),
  }
}

function stateOf(due: CalendarDate, day: CalendarDate): DeadlineRow['state'] {
  if (due === day) return 'today'
  return due < day ? 'past' : 'coming'
}
