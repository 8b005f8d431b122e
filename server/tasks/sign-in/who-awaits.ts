import type { Queryable } from '../../../db/database.ts'
import { findAwaiting } from '../../../db/queries/sessions.ts'
import { hashToken } from '../sessions/token.ts'

/** The name of whoever the provider let in and who still owes a code; null: nobody. */
export async function whoAwaits(
  app: { db: Queryable; clock: () => Date },
  token: string | null,
): Promise<string | null> {
  const user = token === null ? undefined : await findAwaiting(app.db, hashToken(token), app.clock())
  return user?.name ?? null
}
