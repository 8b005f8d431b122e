import type { Queryable } from '../../../db/database.ts'
import { deleteSession } from '../../../db/queries/sessions.ts'
import { hashToken } from './token.ts'

export async function closeSession(app: { db: Queryable }, token: string): Promise<void> {
  await deleteSession(app.db, hashToken(token))
}
