import type { Kit } from '../kit.ts'
import type { Notices } from './notices.ts'
import { isOneOf } from './one-of.ts'

export const messageKinds = [
  'confirmation',
  'changes-requested',
  'owner-changed',
  'processed',
  'counter-notice',
  'other',
] as const
export const messageStates = ['linked', 'left'] as const

/**
 * Mail as it came, each once. The whole of it is a content; the columns hold what is needed to find it again.
 * `left`: for a person to look at.
 */
export function defineMessages(kit: Kit, { notices }: { notices: Notices }) {
  return kit.table(
    'messages',
    {
      id: kit.id(),
      mailbox: kit.text('mailbox').notNull(),
      /** Of the whole mail: the same mail in two places is one. */
      sha256: kit.text('sha256').notNull().unique(),
      contentId: kit.text('content_id').notNull(),
      bytes: kit.big('bytes').notNull(),
      receivedAt: kit.ts('received_at').notNull(),
      /** The sender's address as the mail claims it. */
      sender: kit.text('sender'),
      subject: kit.text('subject'),
      kind: kit.oneOf('kind', messageKinds).notNull(),
      state: kit.oneOf('state', messageStates).notNull(),
      noticeId: kit.text('notice_id').references(() => notices.id),
      /** Why it was linked, or left. */
      reason: kit.text('reason').notNull(),
      readAt: kit.ts('read_at').notNull(),
      /** The rest of a large mail, in contents of their own; null: all of it is in the first. */
      laterParts: kit.json<string[]>('later_parts'),
      /** A hash of what a person reads in it: a mail that came by two ways has it twice. */
      readsAs: kit.text('reads_as'),
      /** The mail that came before and reads the same. */
      copyOf: kit.big('copy_of'),
    },
    (message) => [
      kit.index('messages_notice').on(message.noticeId, message.receivedAt),
      kit.index('messages_reads_as').on(message.readsAs),
      kit.index('messages_state').on(message.state, message.receivedAt),
      kit.check('messages_kind', isOneOf(message.kind, messageKinds)),
      kit.check('messages_state_word', isOneOf(message.state, messageStates)),
    ],
  )
}
