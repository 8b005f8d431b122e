import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { chunks } from './works.ts'

export type RepositoryRow = Tables['repositories']['$inferSelect']

/** What one look at a repository tells; what it did not show is left out and what was known stays. */
export type RepositoryFacts = Pick<RepositoryRow, 'id' | 'owner' | 'name' | 'fork'> &
  Partial<
    Omit<
      Tables['repositories']['$inferInsert'],
      'id' | 'owner' | 'name' | 'fork' | 'firstSeenAt' | 'lastSeenAt'
    >
  >

/** Keeps what was seen under GitHub's numeric id, and every name it was seen under. */
export async function saveRepositories(
  tx: Transaction,
  facts: readonly RepositoryFacts[],
  at: Date,
): Promise<void> {
  const { orm, tables } = tx
  const { repositories, repositoryNames } = tables
  const seen = [...new Map(facts.map((fact) => [fact.id, fact])).values()]
  const known = await findRepositories(
    tx,
    seen.map(({ id }) => id),
  )
  // What a look did not show keeps its value, so only looks that show the same are written together.
  for (const alike of groupBy(seen, (fact) => Object.keys(fact).sort().join())) {
    for (const part of chunks(alike, 100)) {
      const shown = Object.keys(part[0]!).filter((key) => key !== 'id') as (keyof RepositoryFacts)[]
      const set = Object.fromEntries(
        [...shown, 'lastSeenAt' as const].map((key) => [
          key,
          sql.raw(`excluded."${repositories[key].name}"`),
        ]),
      )
      await orm
        .insert(repositories)
        .values(part.map((fact) => ({ ...fact, firstSeenAt: at, lastSeenAt: at })))
        .onConflictDoUpdate({ target: repositories.id, set })
    }
  }
  const named = seen.filter(({ id, owner, name }) => {
    const before = known.get(id)
    return before?.owner !== owner || before.name !== name
  })
  for (const part of chunks(named, 200)) {
    await orm
      .insert(repositoryNames)
      .values(part.map(({ id, owner, name }) => ({ repositoryId: id, owner, name, seenAt: at })))
      .onConflictDoNothing()
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

export async function findRepository(
  { orm, tables: { repositories } }: Queryable,
  id: number,
): Promise<RepositoryRow | undefined> {
  const [row] = await orm.select().from(repositories).where(eq(repositories.id, id))
  return row
}

export async function findRepositories(
  { orm, tables: { repositories } }: Queryable,
  ids: readonly number[],
): Promise<Map<number, RepositoryRow>> {
  const found = new Map<number, RepositoryRow>()
  for (const part of chunks([...new Set(ids)], 1000)) {
    for (const row of await orm.select().from(repositories).where(inArray(repositories.id, part)))
      found.set(row.id, row)
  }
  return found
}

/** By the name it was last seen under. */
export async function findRepositoryByName(
  { orm, tables: { repositories } }: Queryable,
  owner: string,
  name: string,
): Promise<RepositoryRow | undefined> {
  const [row] = await orm
    .select()
    .from(repositories)
    .where(
      and(
        eq(sql`lower(${repositories.owner})`, owner.toLowerCase()),
        eq(sql`lower(${repositories.name})`, name.toLowerCase()),
      ),
    )
  return row
}

/** The ids of an account's repositories that were seen, whatever case its name is written in. */
export async function listIdsOfOwner(
  { orm, tables: { repositories } }: Queryable,
  owner: string,
): Promise<number[]> {
  const rows = await orm
    .select({ id: repositories.id })
    .from(repositories)
    .where(eq(sql`lower(${repositories.owner})`, owner.toLowerCase()))
    .orderBy(asc(repositories.id))
  return rows.map(({ id }) => id)
}

/** Every name that each of these repositories was seen under, the present one last, as `owner/name`. */
export async function listNamesOf(
  { orm, tables: { repositories, repositoryNames } }: Queryable,
  ids: readonly number[],
): Promise<Map<number, string[]>> {
  const names = new Map<number, string[]>()
  const note = (id: number, { owner, name }: { owner: string; name: string }) =>
    names.set(id, [...(names.get(id) ?? []), `${owner}/${name}`])
  for (const part of chunks([...new Set(ids)], 1000)) {
    const earlier = await orm
      .select()
      .from(repositoryNames)
      .where(inArray(repositoryNames.repositoryId, part))
      .orderBy(asc(repositoryNames.seenAt))
    for (const row of earlier) note(row.repositoryId, row)
    for (const row of await orm.select().from(repositories).where(inArray(repositories.id, part)))
      note(row.id, row)
  }
  return names
}

/** Every repository that was seen in these networks, roots among them. */
export async function listNetworkMembers(
  { orm, tables: { repositories } }: Queryable,
  rootIds: readonly number[],
): Promise<RepositoryRow[]> {
  const rows: RepositoryRow[] = []
  for (const part of chunks(rootIds, 1000)) {
    rows.push(...(await orm.select().from(repositories).where(inArray(repositories.networkRootId, part))))
  }
  return rows
}

/** What was just seen there is available, where nothing was known before; a change of what was known is a recheck's to tell. */
export async function markSeen(
  { orm, tables: { repositories } }: Transaction,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  for (const part of chunks(ids, 1000)) {
    await orm
      .update(repositories)
      .set({ availability: 'available', availabilitySince: at, checkedAt: at })
      .where(and(inArray(repositories.id, part), eq(repositories.availability, 'unknown')))
  }
}

export async function updateRepository(
  { orm, tables: { repositories } }: Transaction,
  id: number,
  values: Partial<Omit<Tables['repositories']['$inferInsert'], 'id'>>,
): Promise<void> {
  await orm.update(repositories).set(values).where(eq(repositories.id, id))
}

/** Keeps GitHub's answer as it came. */
export async function insertObservation(
  { orm, tables: { observations } }: Transaction,
  observation: Omit<Tables['observations']['$inferInsert'], 'id'>,
): Promise<void> {
  await orm.insert(observations).values(observation)
}
