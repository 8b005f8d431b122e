import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { deleteApiTokensOf } from '../../../db/queries/api-tokens.ts'
import { deleteIdentitiesOf } from '../../../db/queries/provider-identities.ts'
import { deleteSessionsOf } from '../../../db/queries/sessions.ts'
import { updateUser } from '../../../db/queries/users.ts'
import { readEmail, refuseTakenEmail } from './emails.ts'
import { requireUser } from './find-user.ts'
import { summarizeUser, type UserSummary } from './user-summary.ts'

/**
 * The address by which a provider's user is known to be this one; empty takes it away. Whom a provider took for them
 * before is forgotten, so that the next sign-in links them by the new address; that may have been somebody else, by an
 * address that was mistyped, so all who are in by this name are signed out, and its tokens are taken back.
 * @throws ClawbackError USER_UNKNOWN, EMAIL_INVALID, EMAIL_TAKEN
 */
export async function setUserEmail(
  app: { db: Database; actor: string },
  input: { name: string; email: string },
): Promise<{ user: UserSummary }> {
  const email = readEmail(input.email)
  return await app.db.tx(async (tx) => {
    const found = await requireUser(tx, input.name)
    await refuseTakenEmail(tx, email, found.id)
    await updateUser(tx, found.id, { email })
    if ((await deleteIdentitiesOf(tx, found.id)) > 0) {
      await deleteSessionsOf(tx, found.id)
      await deleteApiTokensOf(tx, found.id)
    }
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'user.email',
      subject: `user:${found.name}`,
      // The log is read by all; whose address it is stands with the user.
      data: { set: email !== null },
    })
    return { user: summarizeUser({ ...found, email }) }
  })
}
