import express, { type Express } from 'express'
import { randomBytes } from 'node:crypto'
import type { App } from './compose.ts'
import { showAsset } from './http/assets.ts'
import { requireLoopback, urlHost } from './http/guards/loopback.ts'
import { noStore } from './http/guards/no-store.ts'
import { readOnly } from './http/guards/read-only.ts'
import { refuseForeignHosts } from './http/guards/refuse-foreign-hosts.ts'
import { refuseForeignPosts } from './http/guards/refuse-foreign-posts.ts'
import { securityHeaders } from './http/guards/security-headers.ts'
import { showHealth, showReadiness } from './http/health.ts'
import { listen, stopListening } from './http/listen.ts'
import { showLogPage } from './http/log.ts'
import { logRequests } from './http/log-requests.ts'
import { sendMatch, showMatchPage } from './http/match.ts'
import { sendMatches, sendMatchesCsv, showMatchesPage } from './http/matches.ts'
import { createMetrics, showMetrics } from './http/metrics.ts'
import { sendNotice, showNoticePage } from './http/notice.ts'
import { sendNotices, showNoticesPage } from './http/notices.ts'
import { showOriginalsPage } from './http/originals.ts'
import { sendOpenApi } from './http/openapi/send-openapi.ts'
import { refuseUnknownPage, showProblem } from './http/show-problem.ts'
import { createAccess, type Access } from './http/sign-in/access.ts'
import { requireSession } from './http/sign-in/require-session.ts'
import { closeSession, openSession, printLink } from './http/sign-in/sign-in.ts'
import { sendStatus } from './http/status.ts'
import { sendWork, showWorkPage } from './http/work.ts'
import { sendWorks, showWorksPage } from './http/works.ts'
import { createLogger, type Logger } from './logger.ts'

export interface WebOptions {
  app: Pick<App, 'db' | 'content' | 'clock'>
  access: Access
  logger: Logger
  /** The address listened on: requests for another name are refused. */
  host: string
  /** Prints a one-time link for a token, where the person who runs the server reads it. */
  announce: (token: string) => void
}

/** The web application: what guards it, then every route there is. */
export function createApp({ app, access, logger, host, announce }: WebOptions): Express {
  const metrics = createMetrics(
    () => process.uptime(),
    () => process.memoryUsage.rss(),
  )
  const web = express()
  web.set('x-powered-by', false).set('etag', false).set('query parser', 'simple')

  web.use(logRequests(logger, metrics))
  web.use(securityHeaders())
  web.use(refuseForeignHosts(host))
  web.use(refuseForeignPosts)

  // Open to whoever reaches this machine's loopback
  web.get('/assets/:file', showAsset)
  web.use(noStore)
  web.get('/healthz', showHealth)
  web.get('/readyz', showReadiness(app))
  web.get('/sign-in', openSession(access))
  web.post('/sign-in', printLink(access, app.clock, announce))
  web.post('/sign-out', closeSession(access))

  web.use(requireSession(access))
  web.use(readOnly)

  // Pages
  web.get('/', showWorksPage(app))
  web.get('/works/:slug', showWorkPage(app))
  web.get('/works/:slug/originals', showOriginalsPage(app))
  web.get('/works/:slug/matches', showMatchesPage(app))
  web.get('/works/:slug/matches.csv', sendMatchesCsv(app))
  web.get('/works/:slug/matches/:owner/:name', showMatchPage(app))
  web.get('/notices', showNoticesPage(app))
  web.get('/notices/:id', showNoticePage(app))
  web.get('/log', showLogPage(app))

  // The same documents as the commands' --json
  web.get('/api/v1/works', sendWorks(app))
  web.get('/api/v1/works/:slug', sendWork(app))
  web.get('/api/v1/works/:slug/matches', sendMatches(app))
  web.get('/api/v1/works/:slug/matches/:owner/:name', sendMatch(app))
  web.get('/api/v1/notices', sendNotices(app))
  web.get('/api/v1/notices/:id', sendNotice(app))
  web.get('/api/v1/status', sendStatus(app))
  web.get('/api/v1/openapi.json', sendOpenApi())

  web.get('/metrics', showMetrics(metrics))

  web.use(refuseUnknownPage)
  web.use(showProblem(logger))
  return web
}

export interface RunningServer {
  url: string
  /** Opens a session, once, within 15 minutes. */
  signInLink: string
  close: () => Promise<void>
}

export interface ServeOptions {
  host: string
  port: number
  logger?: Logger
  /** Where the person who runs the server reads a new sign-in link; stderr unless told otherwise. */
  print?: (line: string) => void
}

/**
 * Serves the pages on loopback. Port 0 takes any free one.
 * @throws ClawbackError HOST_NEEDS_USERS, PORT_IN_USE, PORT_REFUSED, HOST_UNKNOWN
 */
export async function startServer(
  app: WebOptions['app'],
  { host, port, logger = createLogger('warn'), print = printOnStderr }: ServeOptions,
): Promise<RunningServer> {
  requireLoopback(host)
  const access = createAccess(app.clock, randomBytes)
  let url = ''
  const linkOf = (token: string) => `${url}/sign-in?token=${token}`
  const announce = (token: string) => print(`Open this link to sign in: ${linkOf(token)}`)
  const listening = await listen(createApp({ app, access, logger, host, announce }), host, port)
  url = `http://${urlHost(host)}:${listening.port}`
  return {
    url,
    signInLink: linkOf(access.issueLink()),
    close: () => stopListening(listening.server, 5_000),
  }
}

function printOnStderr(line: string): void {
  process.stderr.write(`${line}\n`)
}
