import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Violation } from './contract/validator.ts'
import { Apps } from './house/apps.ts'
import type { PracticeApp } from './house/apps.ts'
import type { Bucket } from './house/budgets.ts'
import { Budgets } from './house/budgets.ts'
import { GITHUB_LIMITS } from './house/limits.ts'
import type { Limits } from './house/limits.ts'
import type { LoggedRequest } from './house/request-log.ts'
import { Pauses } from './house/pauses.ts'
import { SecondaryLimits } from './house/secondary.ts'
import { Sky } from './house/weather.ts'
import type { Fault, Weather } from './house/weather.ts'
import { buildWorld } from './world/build.ts'
import type { WorldDefinition } from './world/definition.ts'
import { createMoves } from './world/moves.ts'
import type { WorldMoves } from './world/moves.ts'

export interface PracticeOptions {
  world: WorldDefinition
  /** What time it is; the machine's clock unless told. `setClock` and `advance` move it on. */
  clock?: () => Date
  limits?: Partial<Limits>
  weather?: Weather
  /** Milliseconds that every answer takes. */
  latency?: number
  /** 0: any free one. */
  port?: number
  /** Tokens that are refused; every other one works, and is a user of its own. */
  badTokens?: string[]
  /** The Apps there are; tokens that begin as theirs do work only when they were given out. */
  apps?: PracticeApp[]
  /** Speak as an Enterprise Server: `/api/v3`, `/api/graphql`, and no rate limits. */
  enterprise?: boolean
  /** Check every response against GitHub's description; off only for benchmarks. */
  checkResponses?: boolean
}

export interface PracticeGitHub {
  /** The API's root: what goes into GITHUB_API_URL. */
  url: string
  /** Moves the world on: `world.disable('owner/name', noticeUrl)`, `world.push(…)`, and so on. */
  world: WorldMoves
  /** Every request since the start, in the order they ended. */
  requests: LoggedRequest[]
  /** What broke GitHub's description. A test that ends with any in here has failed. */
  violations: Violation[]
  now: () => Date
  setClock: (to: Date | (() => Date)) => void
  advance: (milliseconds: number) => void
  /** The next matching requests meet this fault. */
  plan: (fault: Fault) => void
  /** Leaves so much of a token's bucket. */
  leave: (token: string, bucket: Bucket, remaining: number) => void
  revoke: (token: string) => void
  /** Takes back every token of an App's installation, and says how many; it may ask for others. */
  revokeInstallation: (installation: number) => number
  close: () => Promise<void>
}

/** Starts a GitHub of its own on the loopback interface. Nothing is shared between two of them. */
export async function startPracticeGitHub(options: PracticeOptions): Promise<PracticeGitHub> {
  let base = options.clock ?? (() => new Date())
  let ahead = 0
  const now = () => new Date(base().getTime() + ahead)
  const limits: Limits = { ...GITHUB_LIMITS, ...options.limits }
  const world = buildWorld(options.world)
  const moves = createMoves(world, now)
  const budgets = new Budgets(limits)
  const sky = new Sky(options.weather ?? {})
  const badTokens = new Set(options.badTokens ?? ['bad'])
  const apps = new Apps(options.apps ?? [])
  const requests: LoggedRequest[] = []
  const violations: Violation[] = []
  const enterprise = options.enterprise ?? false
  const addresses = { api: '', web: 'https://github.com', downloads: '' }
  const server = createServer(
    createApp({
      world,
      moves,
      limits,
      budgets,
      secondary: new SecondaryLimits(limits),
      pauses: new Pauses(),
      sky,
      weather: options.weather ?? {},
      latency: options.latency ?? 0,
      badTokens,
      apps,
      enterprise,
      checkResponses: options.checkResponses ?? true,
      addresses,
      now,
      requests,
      violations,
    }),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  addresses.api = enterprise ? `${host}/api/v3` : host
  addresses.downloads = host
  if (enterprise) addresses.web = host
  return {
    url: addresses.api,
    world: moves,
    requests,
    violations,
    now,
    setClock(to) {
      base = typeof to === 'function' ? to : () => to
      ahead = 0
    },
    advance: (milliseconds) => (ahead += milliseconds),
    plan: (fault) => sky.plan(fault),
    leave: (token, bucket, remaining) => budgets.leave(token, bucket, remaining, now()),
    revoke: (token) => badTokens.add(token),
    revokeInstallation: (installation) => apps.revoke(installation),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
