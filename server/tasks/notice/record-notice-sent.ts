import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateNotice } from '../../../db/queries/notices.ts'
import { ClawbackError } from '../../errors.ts'
import { requireNotice } from './find-notice.ts'
import { summarizeNotice, type NoticeSummary } from './notice-summary.ts'
import { readTemplates } from './read-templates.ts'
import { renderNotice } from './render-notice.ts'

/**
 * Records that a person sent a signed notice: channel, ticket, time and the exact text. Clawback sends nothing.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_NOT_SIGNED, NOTICE_SENT, SENT_AT_INVALID
 */
export async function recordNoticeSent(
  app: { db: Database; content: ContentStore; actor: string; clock: () => Date },
  input: { id: string; channel: 'form' | 'email' | 'letter'; ticket: string | null; at: string | null },
): Promise<NoticeSummary> {
  const notice = await requireNotice(app.db, input.id)
  if (notice.status === 'draft') {
    throw new ClawbackError(
      'NOTICE_NOT_SIGNED',
      `${input.id} is a draft`,
      `Sign it first: clawback notice sign ${input.id} --name "…"`,
    )
  }
  if (notice.status !== 'signed')
    throw new ClawbackError(
      'NOTICE_SENT',
      `${input.id} is ${notice.status} already`,
      'See "clawback notice show".',
    )
  const at = input.at === null ? app.clock() : new Date(input.at)
  if (Number.isNaN(at.getTime()) || at < notice.signedAt! || at > app.clock()) {
    throw new ClawbackError(
      'SENT_AT_INVALID',
      `"${input.at ?? ''}" is not a time between the signature and now`,
      'Give --at as ISO 8601, like 2026-03-31T09:30:00Z.',
    )
  }
  const text = renderNotice(
    notice,
    await readTemplates(app.db, notice),
    input.channel === 'form' ? 'form' : 'text',
  )
  const sentContentId = await app.content.put(Buffer.from(text))
  const row = await app.db.tx(async (tx) => {
    const updated = await updateNotice(tx, input.id, {
      status: 'sent',
      sentAt: at,
      channel: input.channel,
      ticket: input.ticket,
      sentContentId,
    })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'notice.sent',
      subject: `notice:${input.id}`,
      data: { channel: input.channel, ticket: input.ticket, at: at.toISOString(), sha256: notice.frozenHash },
    })
    return updated
  })
  return summarizeNotice(row)
}
