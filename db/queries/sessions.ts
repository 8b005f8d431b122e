import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import type { User } from './users.ts'

export type Session = Tables['sessions']['$inferSelect']

/** An open session with its user; a removed user has none. */
export async function findSession(
  { orm, tables: { sessions, users } }: Queryable,
  tokenHash: string,
  now: Date,
): Promise<{ session: Session; user: User | null } | undefined> {
  const [row] = await orm
    .select({ session: sessions, user: users })
    .from(sessions)
    .leftJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, now),
        or(isNull(sessions.userId), isNull(users.removedAt)),
      ),
    )
  return row
}

/** Opens a session, and clears away those that have ended. */
export async function insertSession(
  { orm, tables: { sessions } }: Transaction,
  session: Session,
): Promise<void> {
  await orm.delete(sessions).where(lte(sessions.expiresAt, session.openedAt))
  await orm.insert(sessions).values(session)
}

export async function deleteSession(
  { orm, tables: { sessions } }: Queryable,
  tokenHash: string,
): Promise<void> {
  await orm.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
}

export async function deleteSessionsOf(
  { orm, tables: { sessions } }: Transaction,
  userId: number,
): Promise<void> {
  await orm.delete(sessions).where(eq(sessions.userId, userId))
}
