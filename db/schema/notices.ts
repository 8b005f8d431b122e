import { sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { OwnWords } from '../../server/core/notice/own-words.ts'
import type { Kit } from '../kit.ts'
import { isOneOf } from './one-of.ts'
import type { Repositories } from './repositories.ts'
import type { Works } from './works.ts'

export type Notices = ReturnType<typeof defineNotices>

export const noticeKinds = ['takedown', 'revised', 'retraction', 'reply', 'preservation', 'letter'] as const
export const noticeStatuses = ['draft', 'signed', 'sent', 'retracted'] as const
export const channels = ['form', 'email', 'letter'] as const

/**
 * Notices. Once signed, what was signed never changes: `db/guards/` refuses it, and a notice that is no longer a
 * draft holds who signed, when, and the hash of the text.
 */
export function defineNotices(
  kit: Kit,
  { works, repositories }: { works: Works; repositories: Repositories },
) {
  const notices = kit.table(
    'notices',
    {
      id: kit.text('id').primaryKey(),
      /** No cascade: a work that notices were sent about cannot be removed as if it had never been. */
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id),
      kind: kit.oneOf('kind', noticeKinds).notNull(),
      status: kit.oneOf('status', noticeStatuses).notNull(),
      parentRepositoryId: kit.big('parent_repository_id').references(() => repositories.id),
      document: kit.json<unknown>('document').notNull(),
      aboutNoticeId: kit.text('about_notice_id').references((): AnySQLiteColumn => notices.id),
      templateVersion: kit.text('template_version').notNull(),
      createdAt: kit.ts('created_at').notNull(),
      /** Who drafted it: the signatory can be required to be somebody else. */
      draftedBy: kit.text('drafted_by'),
      signedBy: kit.text('signed_by'),
      signedAt: kit.ts('signed_at'),
      frozenHash: kit.text('frozen_hash'),
      frozenContentId: kit.text('frozen_content_id'),
      sentAt: kit.ts('sent_at'),
      channel: kit.oneOf('channel', channels),
      ticket: kit.text('ticket'),
      sentContentId: kit.text('sent_content_id'),
      publishedUrl: kit.text('published_url'),
      /** The parts of the document that a person wrote in place of Clawback: they outlive a new draft. */
      ownWords: kit.json<OwnWords>('own_words'),
    },
    (notice) => [
      kit.index('notices_work').on(notice.workId, notice.status),
      kit.check('notices_kind', isOneOf(notice.kind, noticeKinds)),
      kit.check('notices_status', isOneOf(notice.status, noticeStatuses)),
      kit.check('notices_channel', isOneOf(notice.channel, channels)),
      kit.check(
        'notices_signed',
        sql`${notice.status} = 'draft' or (${notice.signedBy} is not null and ${notice.signedAt} is not null and ${notice.frozenHash} is not null)`,
      ),
    ],
  )
  return notices
}
