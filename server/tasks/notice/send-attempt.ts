import type { Queryable } from '../../../db/database.ts'
import { readEvents } from '../../../db/events/read-events.ts'

/** A sending that the log knows to have begun, and not how it ended. */
export interface OpenAttempt {
  messageId: string
  to: string
  at: Date
}

/**
 * The attempt that a notice still waits for an answer about: begun, and neither refused nor accepted since, because
 * the talk broke off or the program did.
 */
export async function findOpenAttempt(db: Queryable, id: string): Promise<OpenAttempt | null> {
  let open: OpenAttempt | null = null
  for await (const { kind, at, data } of readEvents(db, { subject: `notice:${id}` })) {
    if (kind === 'notice.sending') {
      const { messageId, to } = data as { messageId: string; to: string }
      open = { messageId, to, at }
    }
    if (kind === 'notice.not-sent' || kind === 'notice.sent') open = null
  }
  return open
}
