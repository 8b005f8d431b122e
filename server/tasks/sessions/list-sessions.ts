import type { Queryable } from '../../../db/database.ts'
import { listSessionsOf } from '../../../db/queries/sessions.ts'
import type { Person } from '../../core/access/person.ts'
import { hashToken } from './token.ts'

export interface OpenSession {
  /** Names it among its user's, and opens nothing. */
  id: string
  openedAt: string
  expiresAt: string
  via: 'link' | 'password' | 'provider'
  agent: string | null
}

/** Where somebody is signed in, the newest first. */
export async function listSessions(
  app: { db: Queryable; clock: () => Date },
  { userId }: Person,
): Promise<OpenSession[]> {
  const rows = await listSessionsOf(app.db, userId, app.clock())
  return rows.map(({ tokenHash, openedAt, expiresAt, via, agent }) => ({
    id: sessionId(tokenHash),
    openedAt: openedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    via,
    agent,
  }))
}

/** The beginning of what is kept of a session: not even all of it opens anything. */
export function sessionId(tokenHash: string): string {
  return tokenHash.slice(0, 16)
}

export function sessionIdOf(token: string): string {
  return sessionId(hashToken(token))
}
