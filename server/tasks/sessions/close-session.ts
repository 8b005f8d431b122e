import type { Queryable } from '../../../db/database.ts'
import { deleteSession, type Session } from '../../../db/queries/sessions.ts'
import { hashToken } from './token.ts'

/** Ends a session, and tells which it was. */
export async function closeSession(app: { db: Queryable }, token: string): Promise<Session | undefined> {
  return await deleteSession(app.db, hashToken(token))
}
