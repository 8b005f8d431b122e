import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateNotice } from '../../../db/queries/notices.ts'
import { isTakedown } from '../../core/notice/accused.ts'
import { isSamePerson } from '../../core/review/same-person.ts'
import { ClawbackError } from '../../errors.ts'
import { requireDraft } from './find-notice.ts'
import { readDocument, summarizeNotice, type NoticeSummary } from './notice-summary.ts'

/**
 * Adds the second signatory, whom the sworn sentence about all forks needs.
 * @throws ClawbackError NOTICE_UNKNOWN, NOTICE_SIGNED, NOTHING_TO_AGREE, SECOND_SIGNATORY_INVALID
 */
export async function agreeToNotice(
  app: { db: Database; actor: string; clock: () => Date },
  { id, name }: { id: string; name: string },
): Promise<NoticeSummary> {
  return await app.db.tx(async (tx) => {
    const notice = await requireDraft(tx, id)
    const document = readDocument(notice)
    if (!isTakedown(document) || document.representativeForks === false) {
      throw new ClawbackError(
        'NOTHING_TO_AGREE',
        `${id} swears nothing that needs a second signatory`,
        'Sign it: clawback notice sign.',
      )
    }
    if (name.trim() === '' || isSamePerson(name, document.claimant.name)) {
      throw new ClawbackError(
        'SECOND_SIGNATORY_INVALID',
        'The second signatory is the claimant, or has no name',
        'The sentence about all forks needs somebody else who has looked at the sample.',
      )
    }
    const at = app.clock().toISOString()
    const agreed = { ...document.representativeForks, agreed: { name: name.trim(), at } }
    const row = await updateNotice(tx, id, { document: { ...document, representativeForks: agreed } })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'notice.agreed',
      subject: `notice:${id}`,
      data: {
        name: name.trim(),
        root: agreed.root,
        networkSize: agreed.networkSize,
        drawn: agreed.drawn,
        reason: agreed.reason,
      },
    })
    return summarizeNotice(row)
  })
}
