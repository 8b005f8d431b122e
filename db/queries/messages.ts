import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type MessageRow = Tables['messages']['$inferSelect']

export async function findMailbox({ orm, tables: { mailboxes } }: Queryable, name: string) {
  const [row] = await orm.select().from(mailboxes).where(eq(mailboxes.name, name))
  return row
}

/** Notes how far a mailbox was read, in the transaction that keeps what was read. */
export async function saveMailbox(
  { orm, tables: { mailboxes } }: Transaction,
  row: Tables['mailboxes']['$inferInsert'],
): Promise<void> {
  const { name: _, ...values } = row
  await orm.insert(mailboxes).values(row).onConflictDoUpdate({ target: mailboxes.name, set: values })
}

/** Keeps a mail; undefined: this very mail is kept already. */
export async function insertMessage(
  { orm, tables: { messages } }: Transaction,
  row: Omit<Tables['messages']['$inferInsert'], 'id'>,
): Promise<MessageRow | undefined> {
  const [message] = await orm.insert(messages).values(row).onConflictDoNothing().returning()
  return message
}

/** The first mail that reads as this one does. */
export async function findMessageReading(
  { orm, tables: { messages } }: Queryable,
  readsAs: string,
): Promise<MessageRow | undefined> {
  const [row] = await orm
    .select()
    .from(messages)
    .where(and(eq(messages.readsAs, readsAs), isNull(messages.copyOf)))
  return row
}

/** The newest first; without those that came a second time. */
export async function listMessages(
  { orm, tables: { messages } }: Queryable,
  state: MessageRow['state'] | null,
): Promise<MessageRow[]> {
  const of = state === null ? undefined : eq(messages.state, state)
  const where = and(isNull(messages.copyOf), of)
  return await orm.select().from(messages).where(where).orderBy(desc(messages.receivedAt), desc(messages.id))
}

export async function findMessage({ orm, tables: { messages } }: Queryable, id: number) {
  const [row] = await orm.select().from(messages).where(eq(messages.id, id))
  return row
}

export async function updateMessage(
  { orm, tables: { messages } }: Transaction,
  id: number,
  values: Pick<MessageRow, 'noticeId' | 'kind' | 'state' | 'reason'>,
): Promise<void> {
  await orm.update(messages).set(values).where(eq(messages.id, id))
}
