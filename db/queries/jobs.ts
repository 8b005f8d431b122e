import { and, asc, eq, isNull, lte, min, or } from 'drizzle-orm'
import type { Database, Queryable } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type JobRow = Tables['jobs']['$inferSelect']
export type WaitingJob = Pick<JobRow, 'kind' | 'key' | 'payload' | 'runAt'>

/** Puts a job where it waits; one of the same key is moved, and runs again if it is running. */
export async function putJob(
  { orm, tables: { jobs } }: Queryable,
  job: WaitingJob,
  createdAt: Date,
): Promise<void> {
  const { key: _, ...values } = job
  await orm
    .insert(jobs)
    .values({ ...job, createdAt })
    .onConflictDoUpdate({
      target: jobs.key,
      set: { ...values, failures: 0, leasedBy: null, leasedUntil: null },
    })
}

/** Puts a job unless one of its key waits already. */
export async function ensureJob(
  { orm, tables: { jobs } }: Queryable,
  job: WaitingJob,
  createdAt: Date,
): Promise<void> {
  await orm
    .insert(jobs)
    .values({ ...job, createdAt })
    .onConflictDoNothing()
}

/** Takes the job that is longest due, until the lease ends. One process gets it, however many ask. */
export async function takeJob(
  db: Pick<Database, 'tx'>,
  { by, now, until }: { by: string; now: Date; until: Date },
): Promise<JobRow | undefined> {
  return await db.tx(async ({ orm, tables: { jobs } }) => {
    const [due] = await orm
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(lte(jobs.runAt, now), or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now))))
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(1)
    if (due === undefined) return undefined
    const [job] = await orm
      .update(jobs)
      .set({ leasedBy: by, leasedUntil: until })
      .where(eq(jobs.id, due.id))
      .returning()
    return job
  })
}

/** Whether the lease was still ours to change. */
export async function changeTakenJob(
  { orm, tables: { jobs } }: Queryable,
  { id, by }: { id: number; by: string },
  values: Partial<Pick<JobRow, 'runAt' | 'failures' | 'lastError' | 'leasedBy' | 'leasedUntil'>>,
): Promise<boolean> {
  const changed = await orm
    .update(jobs)
    .set(values)
    .where(and(eq(jobs.id, id), eq(jobs.leasedBy, by)))
    .returning({ id: jobs.id })
  return changed.length > 0
}

export async function deleteTakenJob(
  { orm, tables: { jobs } }: Queryable,
  { id, by }: { id: number; by: string },
): Promise<void> {
  await orm.delete(jobs).where(and(eq(jobs.id, id), eq(jobs.leasedBy, by)))
}

export async function nextRunAt({ orm, tables: { jobs } }: Queryable): Promise<Date | null> {
  const [row] = await orm
    .select({ at: min(jobs.runAt) })
    .from(jobs)
    .where(isNull(jobs.leasedUntil))
  return row?.at ?? null
}
