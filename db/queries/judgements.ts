import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import { chunks } from './works.ts'

/** A judgement holds for one work and one index of it. */
export interface JudgedKey {
  workId: number
  indexId: string
}

/** The judgements of root trees that were made before against the same index, by tree id. */
export async function findJudgedTrees(
  { orm, tables: { judgedTrees: t } }: Queryable,
  { workId, indexId }: JudgedKey,
  trees: readonly string[],
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>()
  for (const part of chunks(trees, 500)) {
    const rows = await orm
      .select({ tree: t.tree, result: t.result })
      .from(t)
      .where(and(eq(t.workId, workId), eq(t.indexId, indexId), inArray(t.tree, part)))
    for (const { tree, result } of rows) found.set(tree, result)
  }
  return found
}

export async function saveJudgedTrees(
  { orm, tables: { judgedTrees } }: Transaction,
  key: JudgedKey,
  judged: readonly { tree: string; result: unknown }[],
): Promise<void> {
  for (const part of chunks(judged, 100)) {
    await orm
      .insert(judgedTrees)
      .values(part.map((row) => ({ ...key, ...row })))
      .onConflictDoNothing()
  }
}

/** The judgements of blobs that were made before against the same index. */
export async function findJudgedBlobs(
  { orm, tables: { judgedBlobs: t } }: Queryable,
  { workId, indexId }: JudgedKey,
  blobs: readonly string[],
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>()
  for (const part of chunks(blobs, 1000)) {
    const rows = await orm
      .select({ blob: t.blob, result: t.result })
      .from(t)
      .where(and(eq(t.workId, workId), eq(t.indexId, indexId), inArray(t.blob, part)))
    for (const { blob, result } of rows) found.set(blob, result)
  }
  return found
}

export async function saveJudgedBlobs(
  { orm, tables: { judgedBlobs } }: Transaction,
  key: JudgedKey,
  judged: readonly { blob: string; result: unknown }[],
): Promise<void> {
  for (const part of chunks(judged, 100)) {
    await orm
      .insert(judgedBlobs)
      .values(part.map((row) => ({ ...key, ...row })))
      .onConflictDoNothing()
  }
}
