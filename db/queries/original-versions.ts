import { and, desc, eq } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import type { Original } from './works.ts'

/** What one path of a work held in each version that claims it, the newest first. */
export async function listOriginalVersions(
  { orm, tables: { originals } }: Queryable,
  workId: number,
  path: string,
): Promise<Original[]> {
  return await orm
    .select()
    .from(originals)
    .where(and(eq(originals.workId, workId), eq(originals.path, path), eq(originals.claimed, true)))
    .orderBy(desc(originals.versionId))
}
