import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { findUser } from '../../../db/queries/users.ts'
import { insertVersion, insertWork } from '../../../db/queries/works.ts'
import { startServer } from '../../../server/start-server.ts'
import { roles, type Role } from '../../../server/core/access/roles.ts'
import { createLogger } from '../../../server/logger.ts'
import { openProvider } from '../../../server/oidc/open-provider.ts'
import { openSession } from '../../../server/tasks/sessions/open-session.ts'
import { addUser } from '../../../server/tasks/users/add-user.ts'
import { openDataFolder, type TestApp } from '../../server/http/data-folder.ts'
import { seedForkNetwork } from '../../server/http/seed/fork-network.ts'
import { seed } from '../../server/http/seed/seed.ts'
import { password, postForm } from '../../server/http/user-session.ts'
import { seedStrange, type StrangeScans } from './seed-strange.ts'
import { strange, turning } from './strange.ts'

/** Clawback's pages with somebody signed in. */
export interface Door {
  url: string
  /** `name=value`; empty: nobody is signed in. */
  cookie: string
}

/** Every door that the tour goes through. */
export interface Tour {
  /** Two works with all there is, one of strange names, and one that is new; held by whoever holds the machine. */
  full: Door
  /** The same, as a user who has every role and a strange name. */
  named: Door
  /** The same, as a user whose password somebody else chose. */
  passwordDue: Door
  /** The same, with nobody signed in. */
  nobody: Door
  /** Nothing was ever added. */
  bare: Door
  bareNobody: Door
  /** Came back from a provider, and still owes a code. */
  codeDue: Door
  scans: StrangeScans
  close: () => Promise<void>
}

/** What takes the demo's part: it is played, and stays up. */
const played = `process.send({ signIn: 'http://127.0.0.1:9/sign-in?token=of-the-demo' }); setInterval(() => {}, 1000)`

export async function openTour(): Promise<Tour> {
  // A registry that never answers: what is read from it is being read for as long as anybody looks.
  const registry = createServer(() => undefined)
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
  const full = await openDataFolder()
  full.app.sources.environment = {
    ...full.app.sources.environment,
    npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}`,
  }
  await seed(full.app, 120)
  await seedForkNetwork(full.app, 200)
  await addNewWork(full.app)
  const scans = await seedStrange(full.app)
  const bare = await openDataFolder()
  const serve = (app: TestApp, more: object = {}) =>
    startServer(app, { host: '127.0.0.1', port: 0, holder: turning, logger: createLogger('silent'), ...more })
  const server = await serve(full.app)
  const provider = {
    ...openProvider({
      issuer: 'http://127.0.0.1:9',
      clientId: 'clawback',
      clientSecret: 'a secret of the client',
      name: strange.hebrew,
      redirectUrl: null,
    }),
    only: false,
  }
  const bareServer = await serve(bare.app, { provider, self: [process.execPath, '-e', played] })
  return {
    full: { url: server.url, cookie: await signInByLink(server.signInLink!) },
    named: await signInAs(full.app, server.url, {
      name: 'named',
      roles: [...roles],
      fullName: strange.hebrew,
    }),
    passwordDue: await signInAs(full.app, server.url, { name: 'new', roles: ['auditor'], passwordDue: true }),
    nobody: { url: server.url, cookie: '' },
    bare: { url: bareServer.url, cookie: await signInByLink(bareServer.signInLink!) },
    bareNobody: { url: bareServer.url, cookie: '' },
    codeDue: { url: bareServer.url, cookie: await comeBackWithoutCode(bare.app, bareServer.url) },
    scans,
    close: async () => {
      registry.closeAllConnections()
      registry.close()
      await Promise.all([server.close(), bareServer.close()])
      await Promise.all([full.remove(), bare.remove()])
    },
  }
}

async function addNewWork({ db, clock }: TestApp): Promise<void> {
  await db.tx(async (tx) => {
    const work = await insertWork(tx, {
      slug: 'new-one',
      title: 'New one',
      owner: 'Orbit Inc.',
      description: '',
      url: null,
      license: null,
      leakedAt: null,
      fingerprintsOnly: true,
      createdAt: clock(),
      removedAt: null,
    })
    await insertVersion(tx, { workId: work.id, source: './new.tgz', skipped: [], addedAt: clock() }, [])
  })
}

async function signInByLink(link: string): Promise<string> {
  return cookieOf(await fetch(link, { redirect: 'manual' }))
}

async function signInAs(
  app: TestApp,
  url: string,
  user: { name: string; roles: Role[]; fullName?: string; passwordDue?: boolean },
): Promise<Door> {
  await addUser(app, { password, ...user })
  const ask = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init })
  return { url, cookie: cookieOf(await postForm({ ask }, '/sign-in', { name: user.name, password })) }
}

async function comeBackWithoutCode(app: TestApp, url: string): Promise<string> {
  await addUser(app, { name: 'code', roles: ['auditor'], password })
  const user = (await findUser(app.db, 'code'))!
  const session = { userId: user.id, name: user.name, via: 'provider', awaitsCode: true } as const
  return `clawback_${new URL(url).port}=${await openSession({ ...app, randomBytes }, session)}`
}

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')!.split(';')[0]!
}
