import type { Queryable } from '../../../db/database.ts'
import { listMessages, type MessageRow } from '../../../db/queries/messages.ts'

export interface InboxRow {
  id: number
  receivedAt: string
  sender: string | null
  subject: string | null
  kind: MessageRow['kind']
  state: MessageRow['state']
  notice: string | null
  reason: string
  bytes: number
  sha256: string
}

/** The mails that were read, the newest first; those of one state when it is given. */
export async function listInbox(
  { db }: { db: Queryable },
  state: MessageRow['state'] | null,
): Promise<InboxRow[]> {
  return (await listMessages(db, state)).map((row) => describeMessage(row))
}

export function describeMessage({
  id,
  receivedAt,
  sender,
  subject,
  kind,
  state,
  noticeId,
  reason,
  bytes,
  sha256,
}: MessageRow): InboxRow {
  const notice = noticeId
  return {
    id,
    receivedAt: receivedAt.toISOString(),
    sender,
    subject,
    kind,
    state,
    notice,
    reason,
    bytes,
    sha256,
  }
}
