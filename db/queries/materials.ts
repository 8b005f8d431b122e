import { and, asc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type MaterialRow = Tables['materials']['$inferSelect']

/** Keeps what comparing a copy showed, in place of what an earlier one did; the decision stays beside it. */
export async function saveMaterial(
  { orm, tables: { materials } }: Transaction,
  row: Omit<
    Tables['materials']['$inferInsert'],
    | 'id'
    | 'availability'
    | 'availabilitySince'
    | 'checkedAt'
    | 'blockNoticeUrl'
    | 'blockCreatedAt'
    | 'filesLeft'
    | 'decision'
    | 'reviewer'
    | 'reason'
    | 'fairUse'
    | 'reviewedHash'
    | 'reviewedAt'
  >,
): Promise<MaterialRow> {
  const { workId: _work, url: _url, ...values } = row
  const [saved] = await orm
    .insert(materials)
    .values(row)
    .onConflictDoUpdate({ target: [materials.workId, materials.url], set: values })
    .returning()
  return saved!
}

export async function decideMaterial(
  { orm, tables: { materials } }: Transaction,
  id: number,
  decision: Pick<MaterialRow, 'decision' | 'reviewer' | 'reason' | 'fairUse' | 'reviewedHash' | 'reviewedAt'>,
): Promise<void> {
  await orm.update(materials).set(decision).where(eq(materials.id, id))
}

/** What a look told of it. */
export async function updateMaterialState(
  { orm, tables: { materials } }: Transaction,
  id: number,
  state: Pick<
    MaterialRow,
    'availability' | 'availabilitySince' | 'checkedAt' | 'blockNoticeUrl' | 'blockCreatedAt' | 'filesLeft'
  >,
): Promise<void> {
  await orm.update(materials).set(state).where(eq(materials.id, id))
}

export async function listMaterials(
  { orm, tables: { materials } }: Queryable,
  workId: number,
): Promise<MaterialRow[]> {
  return await orm.select().from(materials).where(eq(materials.workId, workId)).orderBy(asc(materials.id))
}

export async function findMaterial(
  { orm, tables: { materials } }: Queryable,
  workId: number,
  url: string,
): Promise<MaterialRow | undefined> {
  const [row] = await orm
    .select()
    .from(materials)
    .where(and(eq(materials.workId, workId), eq(materials.url, url)))
  return row
}
