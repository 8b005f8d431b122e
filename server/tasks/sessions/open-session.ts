import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { insertSession } from '../../../db/queries/sessions.ts'
import { hashToken, newToken } from './token.ts'

export const sessionHours = 12

/** So long somebody may look for their authenticator. */
const awaitingMinutes = 10

export interface NewSession {
  userId: number | null
  name: string
  /** How they came in. */
  via: 'link' | 'password' | 'provider'
  /** What the browser calls itself. */
  agent?: string | null
  /** Nothing is open before the code of the second factor has come. */
  awaitsCode?: boolean
}

/** Opens a session for a user, or with null for whoever holds the machine; gives its token, which is kept nowhere. */
export async function openSession(
  app: { db: Database; clock: () => Date; randomBytes: (size: number) => Buffer },
  { userId, name, via, agent = null, awaitsCode = false }: NewSession,
): Promise<string> {
  const token = newToken(app.randomBytes)
  const openedAt = app.clock()
  const minutes = awaitsCode ? awaitingMinutes : sessionHours * 60
  const expiresAt = new Date(openedAt.getTime() + minutes * 60_000)
  await app.db.tx(async (tx) => {
    await insertSession(tx, {
      tokenHash: hashToken(token),
      userId,
      openedAt,
      expiresAt,
      via,
      agent: agent?.slice(0, 300) ?? null,
      awaitsCode,
    })
    if (awaitsCode) return
    await appendEvent(tx, { actor: name, kind: 'session.opened', subject: `user:${name}`, data: { via } })
  })
  return token
}
