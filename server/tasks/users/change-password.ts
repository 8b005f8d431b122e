import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { deleteApiTokensOf } from '../../../db/queries/api-tokens.ts'
import { deleteSessionsOf } from '../../../db/queries/sessions.ts'
import { updateUser } from '../../../db/queries/users.ts'
import { ClawbackError } from '../../errors.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { requireUser } from './find-user.ts'
import { requireGoodPassword } from './new-password.ts'

/**
 * A user's own new password. Ends every session of theirs and takes back their tokens: whoever else was in is out.
 * @throws ClawbackError USER_UNKNOWN, PASSWORD_WRONG, PASSWORD_SAME, PASSWORD_WEAK
 */
export async function changePassword(
  app: { db: Database; actor: string },
  input: { name: string; old: string; password: string },
): Promise<void> {
  const { name, passwordHash: before } = await requireUser(app.db, input.name)
  if (!(await isPassword(before, input.old))) {
    throw new ClawbackError(
      'PASSWORD_WRONG',
      'The password of today is another',
      'Enter the one that you signed in with.',
    )
  }
  if (input.password === input.old) {
    throw new ClawbackError('PASSWORD_SAME', 'The new password is the old one', 'Choose another one.')
  }
  const passwordHash = await hashPassword(requireGoodPassword(input.password, name))
  await app.db.tx(async (tx) => {
    const user = await requireUser(tx, name)
    await updateUser(tx, user.id, { passwordHash, passwordDue: false })
    await deleteSessionsOf(tx, user.id)
    await deleteApiTokensOf(tx, user.id)
    await appendEvent(tx, { actor: app.actor, kind: 'user.password', subject: `user:${name}`, data: {} })
  })
}
