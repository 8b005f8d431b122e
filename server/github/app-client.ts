import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { apiPath } from './api-path.ts'
import { appJwt } from './app-jwt.ts'
import { ConnectionFailed } from './client.ts'
import type { Client, Transport, WireReply } from './client.ts'
import { judgeReply, readJson } from './judge-reply.ts'
import type { Ledger } from './ledger.ts'

/** A GitHub App, installed somewhere: what it may read, it reads in the name of the installation. */
export interface AppCredentials {
  appId: string
  installationId: string
  privateKey: KeyObject
}

const TIMEOUT = 60_000
/** A token is renewed so long before its hour ends: no request is sent with one that ends on the way. */
const MARGIN = 5 * 60_000
/** A clock that is further from GitHub's than this cannot sign a JWT that GitHub takes. */
const WORST_CLOCK = 30_000

const tokenSchema = z.object({
  token: z.string().regex(/^[\x21-\x7e]+$/),
  expires_at: z.iso.datetime({ offset: true }),
})

/**
 * A client for an installation of an App. Its token lasts an hour; it is asked for when it is needed, once for all
 * requests that wait for it, and renewed in time, by GitHub's own clock. That no token is given is a 401: whatever was
 * asked for, GitHub said nothing of it.
 */
export function createAppClient(
  app: AppCredentials,
  {
    transport,
    apiUrl,
    clock,
    ledger,
  }: { transport: Transport; apiUrl: string; clock: () => Date; ledger: Ledger },
): Client {
  let held: { authorization: string; until: number } | undefined
  let asking: Promise<{ authorization: string } | WireReply> | undefined
  /** GitHub's clock, less ours. */
  let skew = 0

  return async (request) => {
    for (let tries = 0; ; tries++) {
      const current = await authorize()
      if ('status' in current) return current
      const reply = await transport(request, current.authorization)
      if (reply.status !== 401 || tries > 0) return reply
      // Taken back before its hour: another one may be good.
      if (held?.authorization === current.authorization) held = undefined
    }
  }

  async function authorize(): Promise<{ authorization: string } | WireReply> {
    if (held !== undefined && clock().getTime() < held.until) return held
    asking ??= askForToken().finally(() => {
      asking = undefined
    })
    return await asking
  }

  async function askForToken(): Promise<{ authorization: string } | WireReply> {
    let reply = await send()
    const differs = Date.parse(reply.headers['date'] ?? '') - clock().getTime()
    if (reply.status === 401 && Math.abs(differs - skew) > WORST_CLOCK) {
      skew = differs
      reply = await send()
    }
    const token = reply.status === 201 ? tokenSchema.safeParse(readJson(reply.body)) : undefined
    if (token?.success === true) {
      const now = clock().getTime()
      const at = Date.parse(reply.headers['date'] ?? '')
      const lasts = Date.parse(token.data.expires_at) - (Number.isNaN(at) ? now : at)
      held = { authorization: `token ${token.data.token}`, until: now + lasts - MARGIN }
      return held
    }
    return refusal(reply)
  }

  async function send(): Promise<WireReply> {
    const path = apiPath`/app/installations/${app.installationId}/access_tokens`
    const at = clock()
    const note = (status: number | null) =>
      ledger({
        purpose: 'installation token',
        bucket: 'core',
        method: 'POST',
        path,
        status,
        notModified: false,
        cost: 0,
        at,
      })
    try {
      const reply = await transport(
        {
          method: 'POST',
          url: `${apiUrl}${path}`,
          headers: { accept: 'application/vnd.github+json' },
          timeout: TIMEOUT,
        },
        `Bearer ${appJwt(app, at.getTime() + skew)}`,
      )
      note(reply.status)
      return reply
    } catch (error) {
      note(null)
      throw error
    }
  }
}

/** Why there is no token, as the answer to what was asked for: never the answer about a token, such as a 404. */
function refusal(reply: WireReply): WireReply {
  const { kind } = judgeReply(reply)
  if (kind === 'slow-down' || kind === 'budget-spent') {
    const { 'retry-after': retryAfter, date } = reply.headers
    return { status: 429, headers: { 'retry-after': retryAfter, date }, body: reply.body }
  }
  if (kind === 'fault' || kind === 'redirect' || reply.status === 201)
    throw new ConnectionFailed(`no installation token, GitHub answered ${reply.status}`)
  return { status: 401, headers: { date: reply.headers['date'] }, body: reply.body }
}
