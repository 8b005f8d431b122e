import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
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
        eq(sessions.awaitsCode, false),
        or(isNull(sessions.userId), isNull(users.removedAt)),
      ),
    )
  return row
}

/** A session that waits for the code of the second factor, with its user. */
export async function findAwaiting(
  { orm, tables: { sessions, users } }: Queryable,
  tokenHash: string,
  now: Date,
): Promise<User | undefined> {
  const [row] = await orm
    .select({ user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, now),
        eq(sessions.awaitsCode, true),
        isNull(users.removedAt),
      ),
    )
  return row?.user
}

/** The open sessions of a user, or with null of whoever holds the machine; the newest first. */
export async function listSessionsOf(
  { orm, tables: { sessions } }: Queryable,
  userId: number | null,
  now: Date,
): Promise<Session[]> {
  const whose = userId === null ? isNull(sessions.userId) : eq(sessions.userId, userId)
  return await orm
    .select()
    .from(sessions)
    .where(and(whose, gt(sessions.expiresAt, now), eq(sessions.awaitsCode, false)))
    .orderBy(desc(sessions.openedAt))
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
): Promise<Session | undefined> {
  const [ended] = await orm.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).returning()
  return ended
}

export async function deleteSessionsOf(
  { orm, tables: { sessions } }: Transaction,
  userId: number | null,
): Promise<void> {
  await orm.delete(sessions).where(userId === null ? isNull(sessions.userId) : eq(sessions.userId, userId))
}
