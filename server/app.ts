import express, { type Express } from 'express'
import { randomBytes } from 'node:crypto'
import type { Permission } from './core/access/roles.ts'
import {
  postEverySessionClosed,
  postPassword,
  postSecondFactor,
  postSessionClosed,
  postToken,
  postTokenRemoval,
  showAccountPage,
} from './http/account.ts'
import type { Acting } from './http/acting.ts'
import { showAsset } from './http/assets.ts'
import { isLoopback, requireUsersBeyondLoopback, urlHost } from './http/guards/loopback.ts'
import { noStore } from './http/guards/no-store.ts'
import { limitAttempts, limitFailures } from './http/guards/limit-attempts.ts'
import { readForm, requireFormToken } from './http/guards/require-form-token.ts'
import { requirePermission } from './http/guards/require-permission.ts'
import { requireOwnPassword } from './http/guards/require-own-password.ts'
import { requireOwnSession } from './http/guards/require-own-session.ts'
import { refuseOtherMethods } from './http/guards/refuse-other-methods.ts'
import { refuseForeignHosts } from './http/guards/refuse-foreign-hosts.ts'
import { refuseForeignPosts } from './http/guards/refuse-foreign-posts.ts'
import { securityHeaders } from './http/guards/security-headers.ts'
import { spendNothingOnHead } from './http/guards/spend-nothing-on-head.ts'
import { postMailLink, sendAlerts, sendAlertsFeed, showInboxPage, showMailPage } from './http/inbox.ts'
import { showHealth, showReadiness } from './http/health.ts'
import { listen, stopListening } from './http/listen.ts'
import { logRoutes } from './http/log/routes.ts'
import { logRequests } from './http/log-requests.ts'
import { matchRoutes } from './http/match-routes.ts'
import { createMemory } from './http/memory.ts'
import { sendDeadlines, sendDeadlinesCalendar, showDeadlinesPage } from './http/deadlines.ts'
import { postDrafts, postRetraction } from './http/drafts.ts'
import { createMetrics, showMetrics } from './http/metrics.ts'
import { sendDaysCsv, sendFiguresCsv, sendFiguresJson, showFiguresPage } from './http/figures.ts'
import { sendNetworkPicture, showNetworkPage } from './http/network.ts'
import { showNetworksPage } from './http/networks.ts'
import { sendNotice, showNoticePage } from './http/notice.ts'
import { noticeRoutes } from './http/notice-routes.ts'
import { sendNoticeFile } from './http/notice-file.ts'
import { postSending, postSent, postSignature } from './http/signing.ts'
import { sendNotices, showNoticesPage } from './http/notices.ts'
import { showOriginalsPage } from './http/originals.ts'
import { sendOpenApi } from './http/openapi/send-openapi.ts'
import { refuseUnknownPage, showProblem } from './http/show-problem.ts'
import { createLinks, type Links } from './http/sign-in/links.ts'
import { offerSignIn } from './http/sign-in/offer-sign-in.ts'
import { providerRoutes } from './http/sign-in/provider.ts'
import { requireSession } from './http/sign-in/require-session.ts'
import { personOf } from './http/sign-in/signed-in.ts'
import { printLink, showSignIn, signIn, signOut } from './http/sign-in/sign-in.ts'
import { postEmail, postRemoval, postReset, postRoles, postUser, showPeoplePage } from './http/people.ts'
import { sendStatus } from './http/status.ts'
import type { TakingIn } from './http/work-new/receive-source.ts'
import { scanRoutes } from './http/scans/routes.ts'
import { createScanFeed, type ScanFeed } from './http/scans/scan-feed.ts'
import type { Scanning } from './http/scans/scanning.ts'
import { demoRoutes } from './http/demo/routes.ts'
import { settingsRoutes } from './http/settings/routes.ts'
import type { SettingsApp } from './http/settings/show-settings.ts'
import { workNewRoutes } from './http/work-new/routes.ts'
import { workSettingsRoutes } from './http/work-settings/routes.ts'
import { sendWork, showWorkPage } from './http/work.ts'
import { sendWorks, showWorksPage } from './http/works.ts'
import { createLogger, type Logger } from './logger.ts'
import type { Provider } from './oidc/open-provider.ts'
import { createDemoRunner, type DemoRunner } from './tasks/demo/create-demo-runner.ts'
import { createIntakes } from './tasks/intake/create-intakes.ts'
import type { WorkIntakes } from './tasks/intake/take-in.ts'
import { clearUploads } from './tasks/intake/upload-folder.ts'
import { followChanges } from './tasks/status/follow-changes.ts'
import { listUsers } from './tasks/users/list-users.ts'

export interface WebOptions {
  app: Acting & TakingIn & SettingsApp & Scanning
  /** Sources that are being read. */
  intakes: WorkIntakes
  /** Scans that somebody follows. */
  feed: ScanFeed
  /** Null: these pages do not start it. */
  demo: DemoRunner | null
  /** One-time links; null where the machine's terminal is no way in. */
  links: Links | null
  /** An OpenID provider that people sign in with; `only`: by nothing else. Null: there is none. */
  provider: (Provider & { only: boolean }) | null
  /** How the log names whoever holds the machine. */
  holder: string
  randomBytes: (size: number) => Buffer
  logger: Logger
  /** The address listened on: requests for another name are refused. */
  host: string
  /** Prints a one-time link for a token, where the person who runs the server reads it. */
  announce: (token: string) => void
}

/** The web application: what guards it, then every route there is. */
export function createApp({
  app,
  intakes,
  feed,
  demo,
  links,
  provider,
  holder,
  randomBytes,
  logger,
  host,
  announce,
}: WebOptions): Express {
  const metrics = createMetrics(
    () => process.uptime(),
    () => process.memoryUsage.rss(),
  )
  const memory = createMemory(app.db)
  const web = express()
  web.set('x-powered-by', false).set('etag', false).set('query parser', 'simple')
  // A proxy on this machine says who really asks, and whether over TLS.
  web.set('trust proxy', 'loopback')

  web.use(logRequests(logger, metrics))
  web.use(securityHeaders())
  web.use(refuseForeignHosts(host))
  web.use(refuseForeignPosts)

  // Open to whoever reaches this machine's loopback
  web.get('/assets/:file', showAsset)
  web.use(noStore)
  web.get('/healthz', showHealth)
  web.get('/readyz', showReadiness(app))
  const signing = { ...app, randomBytes }
  const ways = {
    link: links !== null,
    provider: provider?.name ?? null,
    passwords: provider === null || !provider.only,
  }
  web.get('/sign-in', spendNothingOnHead, showSignIn(signing, { links, ways, holder }))
  web.post('/sign-in', readForm, ...limitAttempts(), signIn(signing, ways))
  if (provider !== null) web.use(providerRoutes(signing, provider))
  if (links !== null) web.post('/sign-in/link', printLink(links, app.clock, announce))
  web.post('/sign-out', signOut(signing))

  web.use(requireSession(app, holder))
  web.use(refuseOtherMethods)
  web.use(requireOwnPassword)

  // Forms: only from a page of the session that sends them
  const form = (permission?: Permission) => [
    readForm,
    requireFormToken,
    ...(permission === undefined ? [] : [requirePermission(permission)]),
  ]
  web.get('/account', showAccountPage(app))
  web.post(
    '/account/password',
    form(),
    requireOwnSession,
    limitFailures('account', (_req, res) => personOf(res).name),
    postPassword(app),
  )
  web.post('/account/sessions/close', form(), requireOwnSession, postEverySessionClosed(app))
  web.post('/account/sessions/:id/close', form(), requireOwnSession, postSessionClosed(app))
  web.post('/account/second-factor', form(), requireOwnSession, postSecondFactor(app))
  web.post('/account/tokens', form(), requireOwnSession, postToken(app))
  web.post('/account/tokens/:id/remove', form(), requireOwnSession, postTokenRemoval(app))
  web.get('/people', requirePermission('manage'), showPeoplePage(app))
  web.post('/people', form('manage'), postUser(app))
  web.post('/people/:name/roles', form('manage'), postRoles(app))
  web.post('/people/:name/email', form('manage'), postEmail(app))
  web.post('/people/:name/reset', form('manage'), postReset(app))
  web.post('/people/:name/remove', form('manage'), postRemoval(app))

  // Pages
  web.use(workNewRoutes(app, intakes))
  web.use(workSettingsRoutes(app, intakes))
  web.use(scanRoutes(app, memory, feed))
  web.use(settingsRoutes(app))
  if (demo !== null) web.use(demoRoutes(demo))
  web.get('/', showWorksPage(app, memory, demo !== null))
  web.get('/works/:slug', showWorkPage(app, memory))
  web.get('/works/:slug/originals', showOriginalsPage(app, memory))
  web.use(matchRoutes(app, memory))
  web.get('/works/:slug/figures', showFiguresPage(app, memory))
  web.get('/works/:slug/figures/figures.csv', sendFiguresCsv(app, memory))
  web.get('/works/:slug/figures/days.csv', sendDaysCsv(app, memory))
  web.get('/works/:slug/figures/figures.json', sendFiguresJson(app, memory))
  web.get('/works/:slug/networks', showNetworksPage(app, memory))
  web.get('/works/:slug/networks/:owner/:name', showNetworkPage(app, memory))
  web.get('/works/:slug/networks/:owner/:name/picture', sendNetworkPicture(app, memory))
  web.use(noticeRoutes(app))
  web.get('/notices', showNoticesPage(app))
  web.get('/notices/:id', showNoticePage(app))
  web.post('/works/:slug/notices', form('draft'), postDrafts(app))
  web.post('/notices/:id/retraction', form('draft'), postRetraction(app))
  web.post('/notices/:id/signature', form('sign'), postSignature(app))
  web.post('/notices/:id/sent', form('sign'), postSent(app))
  web.post('/notices/:id/sending', form('sign'), postSending(app))
  web.get('/notices/:id/files/:format', sendNoticeFile(app))
  web.get('/deadlines', showDeadlinesPage(app))
  web.get('/deadlines.ics', sendDeadlinesCalendar(app))
  web.get('/inbox', showInboxPage(app))
  web.get('/inbox/alerts.xml', sendAlertsFeed(app))
  web.get('/inbox/:id', showMailPage(app))
  web.post('/inbox/:id/notice', form('draft'), postMailLink(app))
  web.use(logRoutes(app, memory))

  // The same documents as the commands' --json
  web.get('/api/v1/works', sendWorks(app))
  web.get('/api/v1/works/:slug', sendWork(app))
  web.get('/api/v1/notices', sendNotices(app))
  web.get('/api/v1/notices/:id', sendNotice(app))
  web.get('/api/v1/alerts', sendAlerts(app))
  web.get('/api/v1/deadlines', sendDeadlines(app))
  web.get('/api/v1/status', sendStatus(app))
  web.get('/api/v1/openapi.json', sendOpenApi())

  web.get('/metrics', showMetrics(metrics))

  web.use(refuseUnknownPage)
  web.use(showProblem(logger, () => offerSignIn(app, ways)))
  return web
}

export interface RunningServer {
  url: string
  /** Opens a session, once, within 15 minutes; null where only users sign in. */
  signInLink: string | null
  close: () => Promise<void>
}

export interface ServeOptions {
  host: string
  port: number
  provider?: WebOptions['provider']
  /** How the log names whoever signs in by the one-time link. */
  holder?: string
  logger?: Logger
  /** Clawback itself, as a program and its arguments, by which a page starts the demo; null: none does. */
  self?: readonly [string, ...string[]] | null
  /** Where the person who runs the server reads a new sign-in link; stderr unless told otherwise. */
  print?: (line: string) => void
}

/**
 * Serves the pages: on loopback to whoever holds the machine and to users, elsewhere to users only. Port 0 takes any
 * free one.
 * @throws ClawbackError HOST_NEEDS_USERS, PORT_IN_USE, PORT_REFUSED, HOST_UNKNOWN
 */
export async function startServer(
  app: WebOptions['app'],
  {
    host,
    port,
    provider = null,
    holder = 'this machine',
    logger = createLogger('warn'),
    self = null,
    print = printOnStderr,
  }: ServeOptions,
): Promise<RunningServer> {
  requireUsersBeyondLoopback(host, (await listUsers(app)).length)
  const links = isLoopback(host) ? createLinks(app.clock, randomBytes) : null
  await clearUploads({ scratchFolder: app.sources.scratchFolder, process: app.process }, app.clock())
  const intakes: WorkIntakes = createIntakes({
    clock: app.clock,
    newId: () => randomBytes(9).toString('base64url'),
    tellDefect: (error) => logger.error({ err: error }, 'a source could not be taken in'),
  })
  const feed = createScanFeed(app)
  const demo = self === null ? null : createDemoRunner({ command: self, clock: app.clock })
  let url = ''
  const linkOf = (token: string) => `${url}/sign-in?token=${token}`
  const announce = (token: string) => print(`Open this link to sign in: ${linkOf(token)}`)
  const listening = await listen(
    createApp({
      app: { ...app, changes: followChanges(app.db) },
      intakes,
      feed,
      demo,
      links,
      provider,
      holder,
      randomBytes,
      logger,
      host,
      announce,
    }),
    host,
    port,
  )
  url = `http://${urlHost(host)}:${listening.port}`
  return {
    url,
    signInLink: links === null ? null : linkOf(links.issue()),
    close: async () => {
      feed.close()
      await Promise.all([stopListening(listening.server, 5_000), intakes.close(), demo?.stop()])
    },
  }
}

function printOnStderr(line: string): void {
  process.stderr.write(`${line}\n`)
}
