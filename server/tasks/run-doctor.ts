import type { Database } from '../../db/database.ts'
import { verifyEvents } from '../../db/events/verify-events.ts'
import { listWorkRows } from '../../db/queries/works.ts'
import type { Connect, Connection, Spent } from './connection.ts'
import { ClawbackError } from '../errors.ts'
import type { ProviderSettings } from '../oidc/open-provider.ts'
import type { MailOAuth } from '../mail/access-token.ts'

export interface DoctorReport {
  ok: boolean
  checks: { name: string; state: 'ok' | 'failed' | 'not set'; detail: string }[]
  /** What GitHub said is left of each bucket, all credentials together; null: it said nothing of it. */
  budgets: { bucket: keyof Spent; left: { limit: number; remaining: number; resetAt: string } | null }[]
}

/** What of the settings says how GitHub is reached. */
interface GitHubSettings {
  apiUrl: string
  tokens: readonly string[]
  app: { appId: string } | null
  proxy: { httpsProxy: string | null; httpProxy: string | null; noProxy: string | null } | null
}

export interface DoctorApp {
  config: {
    dataFolder: string
    host: string
    port: number
    github: GitHubSettings
    mail: { smtpUrl: string | null; from: string | null; oauth?: MailOAuth | null }
    oidc?: ProviderSettings | null
  }
  db: Database
  connect: Connect
}

/** Checks the settings, the data folder, the log and GitHub. Values of tokens are never shown. */
export async function runDoctor(app: DoctorApp): Promise<DoctorReport> {
  const { config } = app
  const works = await listWorkRows(app.db)
  const log = await verifyEvents(app.db)
  const github = await checkGitHub(app)
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
    await checkMail(config.mail),
    ...(await checkProvider(config.oidc ?? null)),
    ...describeProxy(config.github),
    ...github.checks,
  ]
  return { ok: checks.every((check) => check.state !== 'failed'), checks, budgets: github.budgets }
}

type Check = DoctorReport['checks'][number]

/** Greets the mail server and signs in; sends nothing. */
async function checkMail({ smtpUrl, from, oauth = null }: DoctorApp['config']['mail']): Promise<Check> {
  const name = 'SMTP_URL, MAIL_FROM'
  if (smtpUrl === null || from === null) {
    const missing = [...(smtpUrl === null ? ['SMTP_URL'] : []), ...(from === null ? ['MAIL_FROM'] : [])]
    return { name, state: 'not set', detail: `${missing.join(' and ')} not set; notices are sent by hand` }
  }
  const { readMailServer } = await import('../mail/mail-server.ts')
  const { greetServer } = await import('../mail/greet-server.ts')
  const server = readMailServer({ smtpUrl, oauth })
  const problem = await greetServer(server)
  const where = `${server.host}:${server.port}`
  return problem === null
    ? { name, state: 'ok', detail: `${where} takes mail from ${from}` }
    : { name, state: 'failed', detail: `${where}: ${problem}. Check SMTP_URL and the network.` }
}

/** Reads the provider's description, as a sign-in does; nobody is signed in. */
async function checkProvider(settings: ProviderSettings | null): Promise<Check[]> {
  if (settings === null) return []
  const name = 'OIDC_ISSUER'
  const { openProvider } = await import('../oidc/open-provider.ts')
  try {
    await openProvider(settings).look()
    return [{ name, state: 'ok', detail: `${settings.issuer} describes itself as it must` }]
  } catch (error) {
    if (!(error instanceof ClawbackError)) throw error
    return [{ name, state: 'failed', detail: `${settings.issuer}: ${error.message}. ${lookAt}` }]
  }
}

const lookAt = 'Compare OIDC_ISSUER with what the provider shows, letter by letter.'

/** Each of the credentials by itself: a scan goes on while one of them is good, so a dead one must show here. */
async function checkGitHub({ config, connect }: DoctorApp): Promise<Omit<DoctorReport, 'ok'>> {
  const { apiUrl, tokens, app } = config.github
  const name = 'GitHub'
  if (tokens.length === 0 && app === null)
    return only({ name, state: 'not set', detail: `GITHUB_TOKEN is not set; ${apiUrl} is not asked` })
  try {
    const github = await connect(null)
    const checks = (await github.whoIsEach()).map(({ name: pass, login, problem }): Check =>
      problem === null
        ? { name, state: 'ok', detail: `${apiUrl} knows ${pass}${login === null ? '' : ` (${login})`}` }
        : { name, state: 'failed', detail: `${pass}: ${problem.message}. ${problem.fix}` },
    )
    return { checks, budgets: describeBudgets(github.budgets()) }
  } catch (error) {
    if (!(error instanceof ClawbackError)) throw error
    return only({ name, state: 'failed', detail: `${error.message}. ${error.fix}` })
  }
}

function only(check: Check): Omit<DoctorReport, 'ok'> {
  return { checks: [check], budgets: [] }
}

function describeBudgets(budgets: ReturnType<Connection['budgets']>): DoctorReport['budgets'] {
  return (['core', 'graphql', 'search', 'code_search'] as const).map((bucket) => {
    const told = budgets[bucket]
    return { bucket, left: told === null ? null : { ...told, resetAt: told.resetAt.toISOString() } }
  })
}

/** Host and port of the proxy that stands before GitHub; its address may hold a password. */
function describeProxy({ apiUrl, proxy }: GitHubSettings): Check[] {
  if (proxy === null) return []
  const url = apiUrl.startsWith('https:') ? (proxy.httpsProxy ?? proxy.httpProxy) : proxy.httpProxy
  const detail = url === null ? `none for ${apiUrl}` : `GitHub is reached through ${new URL(url).host}`
  return [
    {
      name: 'proxy',
      state: 'ok',
      detail: `${detail}${proxy.noProxy === null ? '' : `, but for ${proxy.noProxy}`}`,
    },
  ]
}
