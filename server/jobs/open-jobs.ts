import type { Database } from '../../db/database.ts'
import { createTableJobs } from './create-table-jobs.ts'
import type { Jobs, TellFailure } from './jobs.ts'

/** The jobs of this data folder or database. */
export async function openJobs(
  app: { db: Database; config: { databaseUrl: string | null }; clock: () => Date },
  { name, tellFailure }: { name: string; tellFailure: TellFailure },
): Promise<Jobs> {
  const url = app.config.databaseUrl
  if (url === null)
    return createTableJobs({ db: app.db, name, clock: app.clock, sleep: napUntilAborted, tellFailure })
  // Only who uses Postgres needs, and pays for, it.
  const { createPostgresJobs } = await import('./create-postgres-jobs.ts')
  return await createPostgresJobs({ url, tellFailure })
}

/** Ends early, and without an error, when it is told to. */
export function napUntilAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
