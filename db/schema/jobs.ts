import type { Kit } from '../kit.ts'

/**
 * What is to be done and when, on SQLite; Postgres has graphile-worker's own tables. A row goes when its work is
 * done. Taken work is leased: a process that is killed gives it back when the lease runs out.
 */
export function defineJobs(kit: Kit) {
  return kit.table(
    'jobs',
    {
      id: kit.id(),
      kind: kit.text('kind').notNull(),
      /** Of all jobs with one key, one waits: adding it again moves it. */
      key: kit.text('key').notNull().unique(),
      payload: kit.json<unknown>('payload').notNull(),
      runAt: kit.ts('run_at').notNull(),
      /** Failed runs since the last good one. */
      failures: kit.int('failures').notNull().default(0),
      /** The stable code of the last failure, never its text. */
      lastError: kit.text('last_error'),
      leasedBy: kit.text('leased_by'),
      leasedUntil: kit.ts('leased_until'),
      createdAt: kit.ts('created_at').notNull(),
    },
    (job) => [kit.index('jobs_run_at').on(job.runAt)],
  )
}
