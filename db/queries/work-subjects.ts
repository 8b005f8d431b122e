import { eq } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

/** The subjects of the log that are about one work alone, and the ids of its scans. */
export async function listWorkSubjects(
  { orm, tables: { notices, scans } }: Queryable,
  { id, slug }: { id: number; slug: string },
): Promise<{ subjects: Set<string>; scans: Set<number> }> {
  const ofNotices = await orm.select({ id: notices.id }).from(notices).where(eq(notices.workId, id))
  const ofScans = await orm.select({ id: scans.id }).from(scans).where(eq(scans.workId, id))
  return {
    subjects: new Set([
      `work:${slug}`,
      ...ofNotices.map((notice) => `notice:${notice.id}`),
      ...ofScans.map((scan) => `scan:${scan.id}`),
    ]),
    scans: new Set(ofScans.map((scan) => scan.id)),
  }
}
