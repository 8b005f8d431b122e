import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import type { User } from './users.ts'

export type ApiToken = Tables['apiTokens']['$inferSelect']

export async function insertApiToken(
  { orm, tables: { apiTokens } }: Transaction,
  token: Tables['apiTokens']['$inferInsert'],
): Promise<ApiToken> {
  const [row] = await orm.insert(apiTokens).values(token).returning()
  return row!
}

/** A token that is still good, with the user whose it is. */
export async function findApiToken(
  { orm, tables: { apiTokens, users } }: Queryable,
  tokenHash: string,
  now: Date,
): Promise<{ token: ApiToken; user: User } | undefined> {
  const [row] = await orm
    .select({ token: apiTokens, user: users })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(and(eq(apiTokens.tokenHash, tokenHash), gt(apiTokens.expiresAt, now), isNull(users.removedAt)))
  return row
}

export async function listApiTokens(
  { orm, tables: { apiTokens } }: Queryable,
  userId: number,
): Promise<ApiToken[]> {
  return await orm.select().from(apiTokens).where(eq(apiTokens.userId, userId)).orderBy(asc(apiTokens.id))
}

/** Only a user's own: another's id finds nothing. */
export async function deleteApiToken(
  { orm, tables: { apiTokens } }: Transaction,
  { id, userId }: { id: number; userId: number },
): Promise<void> {
  await orm.delete(apiTokens).where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId)))
}

export async function deleteApiTokensOf(
  { orm, tables: { apiTokens } }: Transaction,
  userId: number,
): Promise<void> {
  await orm.delete(apiTokens).where(eq(apiTokens.userId, userId))
}

export async function markTokenUsed(
  { orm, tables: { apiTokens } }: Queryable,
  id: number,
  at: Date,
): Promise<void> {
  await orm.update(apiTokens).set({ lastUsedAt: at }).where(eq(apiTokens.id, id))
}
