import { randomBytes } from 'node:crypto'
import { createApp, type WebOptions } from './app.ts'
import { isLoopback, requireUsersBeyondLoopback, urlHost } from './http/guards/loopback.ts'
import { listen, stopListening } from './http/listen.ts'
import { createScanFeed } from './http/scans/scan-feed.ts'
import { createLinks } from './http/sign-in/links.ts'
import { createLogger, type Logger } from './logger.ts'
import { createDemoRunner } from './tasks/demo/create-demo-runner.ts'
import { createIntakes } from './tasks/intake/create-intakes.ts'
import type { WorkIntakes } from './tasks/intake/take-in.ts'
import { clearUploads } from './tasks/intake/upload-folder.ts'
import { followChanges } from './tasks/status/follow-changes.ts'
import { listUsers } from './tasks/users/list-users.ts'

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
