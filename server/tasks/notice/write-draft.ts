import type { Database, Queryable, Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { findClaimant } from '../../../db/queries/claimants.ts'
import { updateNotice, type Notice } from '../../../db/queries/notices.ts'
import { findWorkById } from '../../../db/queries/works.ts'
import { hashDraft } from '../../core/notice/hash-draft.ts'
import {
  applyOwnWords,
  pickOwnWords,
  proposeWords,
  type NoticeWords,
  type OwnWords,
} from '../../core/notice/own-words.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { ClawbackError } from '../../errors.ts'
import { describeWork } from './describe-subject.ts'
import { requireDraft } from './find-notice.ts'
import { readDocument } from './notice-summary.ts'

/** What Clawback proposes for each part of a draft, from the work and the claimant as they are known today. */
export async function proposeDraft(db: Queryable, notice: Notice): Promise<NoticeWords> {
  const work = (await findWorkById(db, notice.workId))!
  const { description, url } = describeWork(work)
  const claimant = await findClaimant(db, work.id)
  return proposeWords({
    description,
    url,
    authority: claimant?.authority ?? readDocument(notice).claimant.authority,
  })
}

/**
 * A draft as it would read with these words; nothing is kept.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_SIGNED
 */
export async function previewDraft(
  { db }: { db: Queryable },
  { id, words }: { id: string; words: NoticeWords },
): Promise<{ notice: Notice; document: NoticeDocument; own: OwnWords }> {
  const notice = await requireDraft(db, id)
  const document = readDocument(notice)
  const own = pickOwnWords(document, words, await proposeDraft(db, notice))
  return { notice, own, document: applyOwnWords(document, words) }
}

/**
 * Writes a person's words into a draft. They outlive a new draft about the same repositories; what is written as
 * Clawback proposes it stays Clawback's. `seen`: hash of the draft that the writer had before them.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_SIGNED, NOTICE_CHANGED
 */
export async function writeDraft(
  app: { db: Database; actor: string },
  { id, words, seen }: { id: string; words: NoticeWords; seen: string },
): Promise<void> {
  await app.db.tx(async (tx) => {
    const { notice, document, own } = await previewDraft({ db: tx }, { id, words })
    if (seen !== hashDraft(readDocument(notice), notice.templateVersion)) throw changed(id)
    if (hashDraft(document, notice.templateVersion) === seen) return
    await keepWords(tx, app.actor, notice, document, own)
  })
}

async function keepWords(
  tx: Transaction,
  actor: string,
  notice: Notice,
  document: NoticeDocument,
  own: OwnWords,
): Promise<void> {
  const parts = Object.keys(own)
  const by = [...new Set([...(notice.ownWords?.by ?? []), actor])]
  await updateNotice(tx, notice.id, { document, ownWords: { ...own, by } })
  await appendEvent(tx, {
    actor,
    kind: 'notice.written',
    subject: `notice:${notice.id}`,
    data: { parts, sha256: hashDraft(document, notice.templateVersion) },
  })
}

function changed(id: string): ClawbackError {
  return new ClawbackError(
    'NOTICE_CHANGED',
    `${id} was changed after it was shown`,
    'Open it as it stands now, and write there. Nothing was kept.',
  )
}
