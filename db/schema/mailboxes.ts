import type { Kit } from '../kit.ts'

/** How far a mailbox was read. Another UIDVALIDITY means that its numbers are new (RFC 9051, section 2.3.1.1). */
export function defineMailboxes(kit: Kit) {
  return kit.table('mailboxes', {
    name: kit.text('name').primaryKey(),
    uidValidity: kit.text('uid_validity').notNull(),
    lastUid: kit.big('last_uid').notNull(),
    /** Mails before the place that the server did not hand out yet. */
    unread: kit.json<number[]>('unread'),
  })
}
