import type { Database } from '../../db/database.ts'
import { verifyEvents } from '../../db/events/verify-events.ts'
import { listWorkRows } from '../../db/queries/works.ts'
import type { Connect } from './connection.ts'
import { ClawbackError } from '../errors.ts'

export interface DoctorReport {
  ok: boolean
  checks: { name: string; state: 'ok' | 'failed' | 'not set'; detail: string }[]
}

export interface DoctorApp {
  config: { dataFolder: string; host: string; port: number; github: { apiUrl: string; tokens: string[] } }
  db: Database
  connect: Connect
}

/** Checks the settings, the data folder, the log and GitHub. Values of tokens are never shown. */
export async function runDoctor(app: DoctorApp): Promise<DoctorReport> {
  const { config } = app
  const works = await listWorkRows(app.db)
  const log = await verifyEvents(app.db)
  const checks: DoctorReport['checks'] = [
    { name: 'Node.js', state: 'ok', detail: process.version },
    {
      name: 'CLAWBACK_DATA',
      state: 'ok',
      detail: `${config.dataFolder}: readable and writable, ${works.length} works`,
    },
    {
      name: 'log',
      state: log.ok ? 'ok' : 'failed',
      detail: log.ok ? `${log.events} events, the chain holds` : `event ${log.seq}: ${log.reason}`,
    },
    { name: 'HOST, PORT', state: 'ok', detail: `${config.host}:${config.port}` },
    await checkGitHub(app),
  ]
  return { ok: checks.every((check) => check.state !== 'failed'), checks }
}

async function checkGitHub({ config, connect }: DoctorApp): Promise<DoctorReport['checks'][number]> {
  const { apiUrl, tokens } = config.github
  const name = 'GitHub'
  if (tokens.length === 0)
    return { name, state: 'not set', detail: `GITHUB_TOKEN is not set; ${apiUrl} is not asked` }
  try {
    const github = await connect(null)
    const who = await github.whoAmI()
    return {
      name,
      state: 'ok',
      detail: `${apiUrl} knows ${tokens.length === 1 ? 'the token' : `${tokens.length} tokens`} (${who.login})`,
    }
  } catch (error) {
    if (!(error instanceof ClawbackError)) throw error
    return { name, state: 'failed', detail: `${error.message}. ${error.fix}` }
  }
}
