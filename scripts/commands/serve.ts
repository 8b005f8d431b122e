import type { Command } from 'commander'
import type { App } from '../../server/compose.ts'
import { command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { reportError } from '../run-command.ts'
import { untilStopped } from '../until-stopped.ts'

interface ServeOptions {
  port?: number
  host?: string
  json?: boolean
}

export function serveCommand(): Command {
  return command(
    'serve',
    'Serves the pages and does what "worker" does, until it is stopped.',
    'clawback serve --port 4000',
  )
    .option('--port <n>', 'the port to listen on; 0 takes any free one (default: PORT)', readCount)
    .option('--host <address>', 'the address to listen on (default: HOST)')
    .action(serve)
}

/** Stays up until it is told to stop, then finishes what was asked and closes the database. */
async function serve(options: ServeOptions): Promise<void> {
  let app: App | undefined
  try {
    const { compose, userName } = await import('../../server/compose.ts')
    const { startServer } = await import('../../server/start-server.ts')
    const { createLogger } = await import('../../server/logger.ts')
    const { openWorker } = await import('../../server/worker.ts')
    app = await compose()
    // A person at a terminal is shown what goes wrong; a service manager keeps every request.
    const logger = createLogger(process.stderr.isTTY ? 'warn' : 'info')
    const server = await startServer(app, {
      host: options.host ?? app.config.host,
      port: options.port ?? app.config.port,
      provider: await openSignIn(app.config.oidc),
      holder: `${userName()} (this machine)`,
      logger,
      self: [process.execPath, ...process.execArgv, process.argv[1]!],
    })
    const { url, signInLink } = server
    const worker = await openWorker(app, {
      tellDone: (done) => logger.info(done, 'done'),
      tellFailure: (failure) => logger.warn(failure, 'failed, and will be tried again'),
    })
    const stop = new AbortController()
    const working = worker.run(stop.signal)
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify({ url, signIn: signInLink }, null, 2)}\n`
        : `Clawback is at ${url}\n${waysIn(signInLink)}\nStop with Ctrl+C.\n`,
    )
    await untilStopped()
    stop.abort()
    await server.close()
    await working
    await worker.close()
  } catch (error) {
    process.exitCode = await reportError(error, options.json === true)
  } finally {
    await app?.close()
  }
}

/** The library is loaded where it is set. */
async function openSignIn(settings: App['config']['oidc']) {
  if (settings === null) return null
  const { openProvider } = await import('../../server/oidc/open-provider.ts')
  return { ...openProvider(settings), only: settings.only }
}

function waysIn(signInLink: string | null): string {
  return signInLink === null
    ? 'Users sign in by name. Put a proxy with TLS in front of it.'
    : `Sign in, once and within 15 minutes: ${signInLink}`
}
