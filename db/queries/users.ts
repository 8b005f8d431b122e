import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type User = Tables['users']['$inferSelect']

/** Those who may sign in, by name. */
export async function listUsers({ orm, tables: { users } }: Queryable): Promise<User[]> {
  return await orm.select().from(users).where(isNull(users.removedAt)).orderBy(asc(users.name))
}

/** Who has or had this name. */
export async function findUserEver(
  { orm, tables: { users } }: Queryable,
  name: string,
): Promise<User | undefined> {
  const [user] = await orm.select().from(users).where(eq(users.name, name))
  return user
}

export async function findUser(
  { orm, tables: { users } }: Queryable,
  name: string,
): Promise<User | undefined> {
  const [user] = await orm
    .select()
    .from(users)
    .where(and(eq(users.name, name), isNull(users.removedAt)))
  return user
}

export async function insertUser(
  { orm, tables: { users } }: Transaction,
  user: Tables['users']['$inferInsert'],
): Promise<User> {
  const [row] = await orm.insert(users).values(user).returning()
  return row!
}

export async function updateUser(
  { orm, tables: { users } }: Transaction,
  id: number,
  values: Partial<Omit<User, 'id' | 'name'>>,
): Promise<void> {
  await orm.update(users).set(values).where(eq(users.id, id))
}

/** Whose address this is, of those who may sign in. */
export async function findUserByEmail(
  { orm, tables: { users } }: Queryable,
  email: string,
): Promise<User | undefined> {
  const [user] = await orm
    .select()
    .from(users)
    .where(and(eq(users.email, email), isNull(users.removedAt)))
  return user
}
