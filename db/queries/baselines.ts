import { asc, count, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { chunks } from './works.ts'

export type BaselineFile = Tables['baselineFiles']['$inferSelect']

export async function insertBaseline(
  { orm, tables: { baselines, baselineFiles } }: Transaction,
  baseline: { workId: number; source: string; reason: string; addedAt: Date },
  files: readonly Omit<BaselineFile, 'baselineId'>[],
): Promise<void> {
  const [row] = await orm.insert(baselines).values(baseline).returning()
  for (const part of chunks(files, 500)) {
    await orm.insert(baselineFiles).values(part.map((file) => ({ ...file, baselineId: row!.id })))
  }
}

/** What was taken in as baseline of a work, in that order. */
export async function listBaselines(
  { orm, tables: { baselines, baselineFiles } }: Queryable,
  workId: number,
): Promise<{ source: string; reason: string; addedAt: Date; files: number }[]> {
  return await orm
    .select({
      source: baselines.source,
      reason: baselines.reason,
      addedAt: baselines.addedAt,
      files: count(baselineFiles.blobId),
    })
    .from(baselines)
    .leftJoin(baselineFiles, eq(baselineFiles.baselineId, baselines.id))
    .where(eq(baselines.workId, workId))
    .groupBy(baselines.id)
    .orderBy(asc(baselines.id))
}

/** Every baseline file of a work. */
export async function listBaselineFiles(
  { orm, tables: { baselines, baselineFiles } }: Queryable,
  workId: number,
): Promise<BaselineFile[]> {
  const rows = await orm
    .select({ file: baselineFiles })
    .from(baselineFiles)
    .innerJoin(baselines, eq(baselines.id, baselineFiles.baselineId))
    .where(eq(baselines.workId, workId))
  return rows.map(({ file }) => file)
}
