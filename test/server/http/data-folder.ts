import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openContentStore, type ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { readConfig, type Config } from '../../../server/config.ts'
import { describeSettings } from '../../../server/describe-settings.ts'
import type { SettingInUse } from '../../../server/tasks/settings/setting-in-use.ts'
import type { Connect } from '../../../server/tasks/connection.ts'
import type { ReadSourceOptions } from '../../../server/sources/read-source.ts'
import { defaultSourceLimits } from '../../../server/sources/source-limits.ts'
import { thisProcess, type ThisProcess } from '../../../server/this-process.ts'
import type { Jobs } from '../../../server/jobs/jobs.ts'
import { openJobs } from '../../../server/jobs/open-jobs.ts'
import { openDatabase } from '../../../db/open-database.ts'

/** What the pages and the tasks behind them need, over a data folder of its own. */
export interface TestApp {
  folder: string
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
  connect: Connect
  sources: ReadSourceOptions
  process: ThisProcess
  jobs: Pick<Jobs, 'put'>
  config: Config
  settings: readonly SettingInUse[]
}

export async function openDataFolder(): Promise<{ app: TestApp; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-pages-'))
  // The day after the leak of the seed, running on from there.
  const offset = Date.parse('2026-04-01T10:00:00Z') - Date.now()
  const clock = () => new Date(Date.now() + offset)
  const db = await openDatabase({ folder, clock })
  const content = await openContentStore({ folder, randomBytes })
  const environment = { CLAWBACK_DATA: folder }
  const jobs = await openJobs(
    { db, config: { databaseUrl: null }, clock },
    { name: 'test', tellFailure: () => undefined },
  )
  return {
    app: {
      folder,
      db,
      content,
      actor: 'test',
      clock,
      sources: {
        limits: defaultSourceLimits,
        environment: { PATH: process.env['PATH'] },
        scratchFolder: join(folder, 'scratch'),
      },
      process: thisProcess,
      jobs,
      connect: () => Promise.reject(new Error('This test does not ask GitHub')),
      config: readConfig(environment, folder),
      settings: describeSettings(environment, new Set()),
    },
    remove: async () => {
      await db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
