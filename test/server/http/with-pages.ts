import { startServer } from '../../../server/start-server.ts'
import { createLogger } from '../../../server/logger.ts'
import { openDataFolder, type TestApp } from './data-folder.ts'

export interface Pages {
  app: TestApp
  url: string
  /** Unused so far. */
  signInLink: string
  /** What the server printed for the person who runs it. */
  printed: string[]
  /** What the server logged, a line of JSON each. */
  logged: string[]
  /** A request as somebody signed in; redirects are answers. */
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** The cookie of that somebody. */
  cookie: () => Promise<string>
  /** A request as nobody. */
  ask: (path: string, init?: RequestInit) => Promise<Response>
  close: () => Promise<void>
}

/** The pages over HTTP, on a real database in a folder of their own. */
export async function startPages(
  fill: (app: TestApp) => Promise<void> = () => Promise.resolve(),
  provider: NonNullable<Parameters<typeof startServer>[1]['provider']> | null = null,
): Promise<Pages> {
  const { app, remove } = await openDataFolder()
  await fill(app)
  return await servePages(app, provider, remove)
}

/** The pages of an application that is open already. */
export async function servePages(
  app: TestApp,
  provider: NonNullable<Parameters<typeof startServer>[1]['provider']> | null,
  remove: () => Promise<void>,
): Promise<Pages> {
  const printed: string[] = []
  const logged: string[] = []
  const logger = createLogger('info', { write: (line) => void logged.push(line) })
  const print = (line: string) => void printed.push(line)
  const server = await startServer(app, {
    host: '127.0.0.1',
    port: 0,
    provider,
    holder: 'test',
    logger,
    print,
  })
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { redirect: 'manual', ...init })
  let session: Promise<string> | undefined
  const cookie = () => (session ??= signIn(ask, printed))
  return {
    app,
    url: server.url,
    signInLink: server.signInLink!,
    printed,
    logged,
    get: async (path, headers = {}) => await ask(path, { headers: { cookie: await cookie(), ...headers } }),
    cookie,
    ask,
    close: async () => {
      await server.close()
      await remove()
    },
  }
}

/** By a link asked for and read from the terminal, so that the first link stays for the test. */
async function signIn(ask: Pages['ask'], printed: string[]): Promise<string> {
  const before = printed.length
  await ask('/sign-in/link', { method: 'POST' })
  const link = printed[before]!.split(' ').at(-1)!
  const answer = await fetch(link, { redirect: 'manual' })
  printed.splice(before)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}
