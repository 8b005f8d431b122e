import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { User } from './users.ts'

/** Who a provider's user is here; a removed user is nobody. */
export async function findUserByIdentity(
  { orm, tables: { providerIdentities, users } }: Queryable,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<User | undefined> {
  const [row] = await orm
    .select({ user: users })
    .from(providerIdentities)
    .innerJoin(users, eq(users.id, providerIdentities.userId))
    .where(
      and(
        eq(providerIdentities.issuer, issuer),
        eq(providerIdentities.subject, subject),
        isNull(users.removedAt),
      ),
    )
  return row?.user
}

/** Whether a user is somebody of this provider's already. */
export async function isLinked(
  { orm, tables: { providerIdentities } }: Queryable,
  { issuer, userId }: { issuer: string; userId: number },
): Promise<boolean> {
  const rows = await orm
    .select({ subject: providerIdentities.subject })
    .from(providerIdentities)
    .where(and(eq(providerIdentities.issuer, issuer), eq(providerIdentities.userId, userId)))
  return rows.length > 0
}

export async function insertIdentity(
  { orm, tables: { providerIdentities } }: Transaction,
  identity: { issuer: string; subject: string; userId: number; linkedAt: Date },
): Promise<void> {
  await orm.insert(providerIdentities).values(identity)
}

/** How many there were. */
export async function deleteIdentitiesOf(
  { orm, tables: { providerIdentities } }: Transaction,
  userId: number,
): Promise<number> {
  const gone = await orm
    .delete(providerIdentities)
    .where(eq(providerIdentities.userId, userId))
    .returning({ subject: providerIdentities.subject })
  return gone.length
}
