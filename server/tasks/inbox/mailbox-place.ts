import type { Queryable, Transaction } from '../../../db/database.ts'
import { findMailbox, saveMailbox } from '../../../db/queries/messages.ts'
import type { MailboxPlace } from '../../mail/inbox/read-mailbox.ts'

/** How far a mailbox was read; null: never. */
export async function readPlace(db: Queryable, name: string): Promise<MailboxPlace | null> {
  const row = await findMailbox(db, name)
  if (row === undefined) return null
  const { uidValidity, lastUid, unread } = row
  return { uidValidity, lastUid, unread: unread ?? [] }
}

/**
 * Moves the place past a mail, and notes it as unread when it was not handed out. It never moves back while the
 * mailbox counts as before: two processes may read at once. Whether the mail was noted as unread before.
 */
export async function movePlace(
  tx: Transaction,
  name: string,
  { uidValidity, uid, isRead }: { uidValidity: string; uid: number; isRead: boolean },
): Promise<boolean> {
  const place = await readPlace(tx, name)
  const isSame = place?.uidValidity === uidValidity
  const lastUid = Math.max(isSame ? place.lastUid : 0, uid)
  const noted = isSame ? place.unread : []
  const others = noted.filter((each) => each !== uid)
  const unread = isRead ? others : [...others, uid]
  await saveMailbox(tx, { name, uidValidity, lastUid, unread })
  return noted.includes(uid)
}
