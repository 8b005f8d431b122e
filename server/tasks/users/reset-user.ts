import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { deleteApiTokensOf } from '../../../db/queries/api-tokens.ts'
import { deleteIdentitiesOf } from '../../../db/queries/provider-identities.ts'
import { deleteSessionsOf } from '../../../db/queries/sessions.ts'
import { updateUser } from '../../../db/queries/users.ts'
import { hashPassword } from './passwords.ts'
import { requireUser } from './find-user.ts'
import { requireGoodPassword } from './new-password.ts'

/**
 * A new password for somebody who lost theirs, or their second factor: signs them out everywhere, takes back
 * their tokens, and forgets the second factor and whom a provider took for them. `passwordDue`: who resets has seen
 * the password, so that its user chooses their own at the next sign-in.
 * @throws ClawbackError USER_UNKNOWN, PASSWORD_WEAK
 */
export async function resetUser(
  app: { db: Database; actor: string },
  input: { name: string; password: string; passwordDue?: boolean },
): Promise<{ reset: string }> {
  const { name } = await requireUser(app.db, input.name)
  const passwordHash = await hashPassword(requireGoodPassword(input.password, name))
  return await app.db.tx(async (tx) => {
    const user = await requireUser(tx, name)
    await updateUser(tx, user.id, {
      passwordHash,
      passwordDue: input.passwordDue ?? false,
      totpContentId: null,
      totpLastStep: null,
    })
    await deleteSessionsOf(tx, user.id)
    await deleteApiTokensOf(tx, user.id)
    await deleteIdentitiesOf(tx, user.id)
    await appendEvent(tx, { actor: app.actor, kind: 'user.reset', subject: `user:${user.name}`, data: {} })
    return { reset: user.name }
  })
}
