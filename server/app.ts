import express, { type Express } from 'express'
import { accountRoutes } from './http/account/routes.ts'
import type { Acting } from './http/acting.ts'
import { showAsset } from './http/assets.ts'
import { compressAnswers } from './http/compress-answers.ts'
import { sendDeadlines, sendDeadlinesCalendar, showDeadlinesPage } from './http/deadlines.ts'
import { demoRoutes } from './http/demo/routes.ts'
import { limitAttempts } from './http/guards/limit-attempts.ts'
import { noStore } from './http/guards/no-store.ts'
import { refuseForeignHosts } from './http/guards/refuse-foreign-hosts.ts'
import { refuseForeignPosts } from './http/guards/refuse-foreign-posts.ts'
import { refuseOtherMethods } from './http/guards/refuse-other-methods.ts'
import { readForm } from './http/guards/require-form-token.ts'
import { requireOwnPassword } from './http/guards/require-own-password.ts'
import { securityHeaders } from './http/guards/security-headers.ts'
import { spendNothingOnHead } from './http/guards/spend-nothing-on-head.ts'
import { showHealth, showReadiness } from './http/health.ts'
import { inboxRoutes } from './http/inbox/routes.ts'
import { logRequests } from './http/log-requests.ts'
import { logRoutes } from './http/log/routes.ts'
import { matchRoutes } from './http/matches/routes.ts'
import { createMemory } from './http/memory.ts'
import { createMetrics, showMetrics } from './http/metrics.ts'
import { networkRoutes } from './http/networks/routes.ts'
import { noticeRoutes } from './http/notices/routes.ts'
import { sendOpenApi } from './http/openapi/send-openapi.ts'
import { scanRoutes } from './http/scans/routes.ts'
import { type ScanFeed } from './http/scans/scan-feed.ts'
import type { Scanning } from './http/scans/scanning.ts'
import { settingsRoutes } from './http/settings/routes.ts'
import type { SettingsApp } from './http/settings/show-settings.ts'
import { refuseUnknownPage, showProblem } from './http/show-problem.ts'
import { type Links } from './http/sign-in/links.ts'
import { offerSignIn } from './http/sign-in/offer-sign-in.ts'
import { providerRoutes } from './http/sign-in/provider.ts'
import { requireSession } from './http/sign-in/require-session.ts'
import { printLink, showSignIn, signIn, signOut, voucherOf } from './http/sign-in/sign-in.ts'
import { sendStatus } from './http/status.ts'
import type { TakingIn } from './http/work-new/receive-source.ts'
import { workNewRoutes } from './http/work-new/routes.ts'
import { workSettingsRoutes } from './http/work-settings/routes.ts'
import { workRoutes } from './http/works/routes.ts'
import { type Logger } from './logger.ts'
import type { Provider } from './oidc/open-provider.ts'
import { type DemoRunner } from './tasks/demo/create-demo-runner.ts'
import type { WorkIntakes } from './tasks/intake/take-in.ts'

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
  web.use(compressAnswers)
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
  web.post('/sign-in', readForm, ...limitAttempts(voucherOf(signing)), signIn(signing, ways))
  if (provider !== null) web.use(providerRoutes(signing, provider))
  if (links !== null) web.post('/sign-in/link', printLink(links, app.clock, announce))
  web.post('/sign-out', signOut(signing))

  web.use(requireSession(app, holder))
  web.use(refuseOtherMethods)
  web.use(requireOwnPassword)

  // Pages, and beside them under /api/v1 the same documents as the commands' --json
  web.use(accountRoutes(app))
  web.use(workNewRoutes(app, intakes))
  web.use(workSettingsRoutes(app, intakes))
  web.use(workRoutes(app, memory, demo !== null))
  web.use(scanRoutes(app, memory, feed))
  web.use(matchRoutes(app, memory))
  web.use(networkRoutes(app, memory))
  web.use(noticeRoutes(app))
  web.use(inboxRoutes(app))
  web.use(logRoutes(app, memory))
  web.use(settingsRoutes(app))
  if (demo !== null) web.use(demoRoutes(demo))
  web.get('/deadlines', showDeadlinesPage(app))
  web.get('/deadlines.ics', sendDeadlinesCalendar(app))
  web.get('/api/v1/deadlines', sendDeadlines(app))
  web.get('/api/v1/status', sendStatus(app))
  web.get('/api/v1/openapi.json', sendOpenApi())

  web.get('/metrics', showMetrics(metrics))

  web.use(refuseUnknownPage)
  web.use(showProblem(logger, () => offerSignIn(app, ways)))
  return web
}
