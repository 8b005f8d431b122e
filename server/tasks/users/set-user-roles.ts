import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateUser } from '../../../db/queries/users.ts'
import { requireRoles, requireUser } from './find-user.ts'
import { summarizeUser, type UserSummary } from './user-summary.ts'

/**
 * Gives a user these roles in place of those they had; open sessions have them from the next request on.
 * @throws ClawbackError USER_UNKNOWN, ROLE_UNKNOWN
 */
export async function setUserRoles(
  app: { db: Database; actor: string },
  input: { name: string; roles: string[] },
): Promise<{ user: UserSummary }> {
  const roles = requireRoles(input.roles)
  const user = await app.db.tx(async (tx) => {
    const found = await requireUser(tx, input.name)
    await updateUser(tx, found.id, { roles })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'user.roles',
      subject: `user:${found.name}`,
      data: { from: found.roles, to: roles },
    })
    return { ...found, roles }
  })
  return { user: summarizeUser(user) }
}
