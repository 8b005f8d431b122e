import type { Command } from 'commander'
import type { App } from '../../server/compose.ts'
import { command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { reportError } from '../run-command.ts'

interface ServeOptions {
  port?: number
  host?: string
  json?: boolean
}

export function serveCommand(): Command {
  return command('serve', 'Serves the pages until it is stopped.', 'clawback serve --port 4000')
    .option('--port <n>', 'the port to listen on; 0 takes any free one (default: PORT)', readCount)
    .option('--host <address>', 'the address to listen on (default: HOST)')
    .action(serve)
}

/** Stays up until it is told to stop, then finishes what was asked and closes the database. */
async function serve(options: ServeOptions): Promise<void> {
  let app: App | undefined
  try {
    const { compose, userName } = await import('../../server/compose.ts')
    const { startServer } = await import('../../server/app.ts')
    const { createLogger } = await import('../../server/logger.ts')
    app = await compose()
    const server = await startServer(app, {
      host: options.host ?? app.config.host,
      port: options.port ?? app.config.port,
      holder: `${userName()} (this machine)`,
      // A person at a terminal is shown what goes wrong; a service manager keeps every request.
      logger: createLogger(process.stderr.isTTY ? 'warn' : 'info'),
    })
    const { url, signInLink } = server
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify({ url, signIn: signInLink }, null, 2)}\n`
        : `Clawback is at ${url}\n${waysIn(signInLink)}\nStop with Ctrl+C.\n`,
    )
    await untilStopped()
    await server.close()
  } catch (error) {
    process.exitCode = await reportError(error, options.json === true)
  } finally {
    await app?.close()
  }
}

function waysIn(signInLink: string | null): string {
  return signInLink === null
    ? 'Users sign in by name. Put a proxy with TLS in front of it.'
    : `Sign in, once and within 15 minutes: ${signInLink}`
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, as is usual. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  })
}
