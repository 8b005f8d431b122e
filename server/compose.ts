import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openContentStore, type ContentStore } from '../db/content/open-content-store.ts'
import type { Database } from '../db/database.ts'
import { openDatabase } from '../db/open-database.ts'
import { createPutJobs, type PutJobs } from './jobs/put-jobs.ts'
import type { Connect } from './tasks/connection.ts'
import { namesFromFile, readConfig, readEnvironment, type Config } from './config.ts'
import { describeSettings } from './describe-settings.ts'
import type { SettingInUse } from './tasks/settings/setting-in-use.ts'
import { defaultSourceLimits } from './sources/source-limits.ts'
import type { ReadSourceOptions } from './sources/read-source.ts'
import { thisProcess, type ThisProcess } from './this-process.ts'

/** Everything a task may be given; each takes only the part it needs. */
export interface App {
  config: Config
  /** Every setting with where it comes from, without secrets. */
  settings: readonly SettingInUse[]
  db: Database
  content: ContentStore
  /** How a SOURCE is read: its limits, npm's own configuration, where a package is unpacked. */
  sources: ReadSourceOptions
  /** Who acts: written into every event. */
  actor: string
  /** Which process this is, among those that share a database. */
  process: ThisProcess
  clock: () => Date
  sleep: (ms: number) => Promise<void>
  /** The client, with its requests in the ledger of a scan, or of none. */
  connect: Connect
  /** Work for whichever worker runs. */
  jobs: Pick<PutJobs, 'put'>
  close: () => Promise<void>
}

/** Reads the settings and opens the data folder: the one place where the parts are put together. */
export async function compose(folder = process.cwd()): Promise<App> {
  const environment = readEnvironment(folder)
  return await composeFrom(
    readConfig(environment, folder),
    environment,
    () => new Date(),
    namesFromFile(folder),
  )
}

export async function composeFrom(
  config: Config,
  environment: NodeJS.Dict<string>,
  clock: () => Date = () => new Date(),
  inFile: ReadonlySet<string> = new Set(),
): Promise<App> {
  const db = await openDatabase({
    folder: config.dataFolder,
    clock,
    ...(config.databaseUrl === null ? {} : { url: config.databaseUrl }),
  })
  const content = await openContentStore({ folder: config.dataFolder, randomBytes })
  const jobs = createPutJobs(async () => {
    const { openJobs } = await import('./jobs/open-jobs.ts')
    const name = `${thisProcess.host} ${thisProcess.pid}`
    return await openJobs({ db, config, clock }, { name, tellFailure: () => undefined })
  })
  return {
    config,
    settings: describeSettings(environment, inFile),
    db,
    content,
    sources: {
      limits: defaultSourceLimits,
      environment: withoutTokens(environment),
      scratchFolder: join(config.dataFolder, 'scratch'),
    },
    actor: `${userName()} (command line)`,
    process: thisProcess,
    clock,
    sleep: pause,
    // The client and all it brings is loaded when GitHub is asked, not before.
    connect: async (scanId, signal) => {
      const { connectGitHub } = await import('./connect-github.ts')
      return connectGitHub({ config, db, content, clock, sleep: pause }, scanId, signal)
    },
    jobs,
    close: async () => {
      await jobs.close()
      await db.close()
    },
  }
}

async function pause(ms: number): Promise<void> {
  await sleep(ms)
}

/** A container may run under a number that has no name. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? ''}`.trim()
  }
}

/** npm and git are started with the environment; the tokens for GitHub are none of their business. */
function withoutTokens(environment: NodeJS.Dict<string>): NodeJS.Dict<string> {
  const {
    GITHUB_TOKEN: _token,
    GITHUB_TOKENS: _tokens,
    GITHUB_APP_PRIVATE_KEY_FILE: _key,
    DATABASE_URL: _database,
    SMTP_URL: _smtp,
    IMAP_URL: _imap,
    MAIL_OAUTH_CLIENT_SECRET: _mailSecret,
    MAIL_OAUTH_REFRESH_TOKEN: _mailToken,
    WEBHOOK_URL: _webhook,
    WEBHOOK_SECRET: _secret,
    OIDC_CLIENT_SECRET: _clientSecret,
    ...rest
  } = environment
  return rest
}
