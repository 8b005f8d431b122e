import { eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type TemplateSet = Tables['templateSets']['$inferSelect']

/** Keeps a set of templates under its hash; what is kept never changes. */
export async function keepTemplateSet(
  { orm, tables: { templateSets } }: Transaction,
  { version, files, keptAt }: TemplateSet,
): Promise<void> {
  await orm.insert(templateSets).values({ version, files, keptAt }).onConflictDoNothing()
}

export async function findTemplateSet(
  { orm, tables: { templateSets } }: Queryable,
  version: string,
): Promise<TemplateSet | undefined> {
  const [row] = await orm.select().from(templateSets).where(eq(templateSets.version, version))
  return row
}
