import type { Queryable } from '../../../db/database.ts'
import { listUsers as selectUsers } from '../../../db/queries/users.ts'
import { summarizeUser, type UserSummary } from './user-summary.ts'

/** Everyone who may sign in, by name. */
export async function listUsers(app: { db: Queryable }): Promise<UserSummary[]> {
  return (await selectUsers(app.db)).map(summarizeUser)
}
