import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Queryable } from '../../../db/database.ts'
import { listCounterNotices, type CounterNotice } from '../../../db/queries/counter-notices.ts'
import type { Notice } from '../../../db/queries/notices.ts'
import { findWorkById } from '../../../db/queries/works.ts'
import type { CounselFacts } from '../../core/notice/counsel-facts.ts'
import { findCounterElements } from '../../core/notice/find-counter-elements.ts'
import { ClawbackError } from '../../errors.ts'
import { listDeadlines } from '../list-deadlines.ts'
import { requireNotice } from '../notice/find-notice.ts'
import { describeDisputed } from './describe-disputed.ts'

/**
 * What counsel needs to choose after the latest counter notice to a notice, as it stands now.
 * @throws ClawbackError NOTICE_UNKNOWN, COUNTER_NOTICE_UNKNOWN, CONTENT_MISSING, CONTENT_DAMAGED
 */
export async function gatherCounselFacts(
  app: { db: Queryable; content: Pick<ContentStore, 'get'>; clock: () => Date },
  id: string,
): Promise<CounselFacts> {
  const notice = await requireNotice(app.db, id)
  const { counter, others } = await requireCounters(app.db, notice)
  const text = (await app.content.get(counter.contentId)).toString()
  const work = (await findWorkById(app.db, notice.workId))!
  const { slug, title, owner } = work
  return {
    work: { slug, title, owner },
    notice: {
      id,
      sentAt: notice.sentAt!.toISOString(),
      ticket: notice.ticket,
      publishedUrl: notice.publishedUrl,
      signedBy: notice.signedBy,
      frozenHash: notice.frozenHash,
    },
    counterNotice: {
      receivedAt: counter.receivedAt.toISOString(),
      sha256: counter.sha256,
      repositories: counter.repositories,
      elements: findCounterElements(text),
    },
    others: others.map((one) => ({
      receivedAt: one.receivedAt.toISOString(),
      repositories: one.repositories,
    })),
    deadlines: await deadlinesOf(app, counter),
    disputed: await describeDisputed(app.db, { work, notice, counter }),
    at: app.clock().toISOString(),
  }
}

async function requireCounters(
  db: Queryable,
  { id }: Notice,
): Promise<{ counter: CounterNotice; others: CounterNotice[] }> {
  const all = (await listCounterNotices(db)).filter(({ notice }) => notice === id)
  const counter = all.pop()
  if (counter !== undefined) return { counter, others: all }
  throw new ClawbackError(
    'COUNTER_NOTICE_UNKNOWN',
    `No counter notice to ${id} is recorded`,
    `Record it first: clawback counter-notice record ${id} --received-at TIME --file FILE`,
  )
}

async function deadlinesOf(
  app: { db: Queryable; clock: () => Date },
  { notice, repositories }: CounterNotice,
): Promise<CounselFacts['deadlines']> {
  const disputed = new Set(repositories.map((name) => name.toLowerCase()))
  const kinds = ['court-action', 'reinstatement-earliest', 'reinstatement-latest']
  const running = (await listDeadlines(app, null)).filter(
    (one) =>
      one.notice === notice &&
      kinds.includes(one.kind) &&
      (one.repository === null ? disputed.size === 0 : disputed.has(one.repository.toLowerCase())),
  )
  // Each repository has the same days.
  const once = new Map(
    running.map(({ state, ...one }) => [`${one.kind} ${one.due}`, { ...one, isPast: state === 'past' }]),
  )
  return [...once.values()]
}
