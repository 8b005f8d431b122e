import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { deleteApiTokensOf } from '../../../db/queries/api-tokens.ts'
import { deleteIdentitiesOf } from '../../../db/queries/provider-identities.ts'
import { deleteSessionsOf } from '../../../db/queries/sessions.ts'
import { updateUser } from '../../../db/queries/users.ts'
import { requireUser } from './find-user.ts'

/**
 * Signs a user out everywhere and lets them in no more. What they did stays theirs in the log.
 * @throws ClawbackError USER_UNKNOWN
 */
export async function removeUser(
  app: { db: Database; actor: string; clock: () => Date },
  name: string,
): Promise<{ removed: string }> {
  return await app.db.tx(async (tx) => {
    const user = await requireUser(tx, name)
    await updateUser(tx, user.id, { removedAt: app.clock(), totpContentId: null, email: null })
    await deleteSessionsOf(tx, user.id)
    await deleteApiTokensOf(tx, user.id)
    await deleteIdentitiesOf(tx, user.id)
    await appendEvent(tx, { actor: app.actor, kind: 'user.removed', subject: `user:${user.name}`, data: {} })
    return { removed: user.name }
  })
}
