import { ClawbackError } from '../errors.ts'
import { createAppClient } from './app-client.ts'
import type { AppCredentials } from './app-client.ts'
import { createClient, createTransport } from './client.ts'
import type { Fetch } from './client.ts'
import { GITHUB_COURTESY, Lane } from './lane.ts'
import type { Courtesy } from './lane.ts'
import type { Ledger } from './ledger.ts'

export interface PassOptions {
  /** Without a final slash. */
  apiUrl: string
  /** Each has its own budget. */
  tokens: readonly string[]
  /** An App beside the tokens, or in their place. */
  app?: AppCredentials | null
  /** Through a proxy, where there is one. */
  fetch?: Fetch
  /** Points a minute; the documented limits, and none for an Enterprise Server, unless told. */
  courtesy?: Courtesy
  userAgent: string
  clock: () => Date
  ledger: Ledger
}

/** One of the credentials, with all that is known of its budgets. */
export interface Pass {
  /** `token 1 of 2`, `App 1234`: never the token. */
  name: string
  isApp: boolean
  lane: Lane
}

/** @throws ClawbackError GITHUB_TOKEN_MISSING, GITHUB_TOKEN_INVALID */
export function createPasses(options: PassOptions): Pass[] {
  const { apiUrl, tokens, app, userAgent, fetch } = options
  const courtesy = options.courtesy ?? (apiUrl.endsWith('/api/v3') ? NO_LIMITS : GITHUB_COURTESY)
  const passes = tokens.map((token, index): Pass => {
    const name = tokens.length === 1 ? 'the token' : `token ${index + 1} of ${tokens.length}`
    return { name, isApp: false, lane: new Lane(createClient({ token, userAgent, fetch }), courtesy) }
  })
  if (app !== undefined && app !== null) {
    const client = createAppClient(app, { ...options, transport: createTransport({ userAgent, fetch }) })
    passes.push({ name: `App ${app.appId}`, isApp: true, lane: new Lane(client, courtesy) })
  }
  if (passes.length > 0) return passes
  throw new ClawbackError(
    'GITHUB_TOKEN_MISSING',
    'There is no token for GitHub, and code search and fork networks need one',
    'Set GITHUB_TOKEN to a token that reads public repositories; it needs no scope. An App does as well: GITHUB_APP_ID.',
  )
}

/** An Enterprise Server limits nothing unless its administrator says so. */
const NO_LIMITS: Courtesy = { restPerMinute: Infinity, graphqlPerMinute: Infinity }
