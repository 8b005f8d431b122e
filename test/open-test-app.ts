import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { composeFrom, type App } from '../server/compose.ts'

/** The whole application on a data folder of its own, which goes with the test. */
export async function openTestApp(
  settings: {
    apiUrl?: string
    tokens?: string[]
    folder?: string
    smtpUrl?: string
    clock?: () => Date
    templates?: string
    twoPeople?: boolean
  } = {},
): Promise<App> {
  const folder = settings.folder ?? (await temporaryFolder())
  const app = await composeFrom(
    {
      dataFolder: folder,
      databaseUrl: null,
      notices: { templates: settings.templates ?? null, signatoryMustDiffer: settings.twoPeople ?? false },
      mail: { smtpUrl: settings.smtpUrl ?? null, from: 'ada@orbit.example', oauth: null },
      oidc: null,
      imapUrl: null,
      authServer: null,
      alerts: { webhookUrl: null, webhookSecret: null, to: null, quietHours: null },
      host: '127.0.0.1',
      port: 0,
      github: {
        apiUrl: settings.apiUrl ?? 'http://127.0.0.1:9',
        tokens: settings.tokens ?? ['practice'],
        app: null,
        proxy: null,
      },
    },
    process.env,
    settings.clock,
  )
  onTestFinished(() => app.close())
  return app
}

/** A folder that is removed when the test has finished. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
