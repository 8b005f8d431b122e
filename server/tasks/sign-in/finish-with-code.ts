import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { findAwaiting } from '../../../db/queries/sessions.ts'
import type { User } from '../../../db/queries/users.ts'
import { ClawbackError } from '../../errors.ts'
import { hashToken } from '../sessions/token.ts'
import { isSecondFactor } from '../users/check-second-factor.ts'

/**
 * Whose session waited for this code.
 * @throws ClawbackError SIGN_IN_NEEDED, SIGN_IN_REFUSED
 */
export async function finishWithCode(
  app: { db: Database; content: ContentStore; clock: () => Date },
  { token, code }: { token: string; code: string },
): Promise<User> {
  const user = await findAwaiting(app.db, hashToken(token), app.clock())
  if (user === undefined) {
    throw new ClawbackError('SIGN_IN_NEEDED', 'Nobody waits for a code here', 'Sign in from the start.')
  }
  if (await isSecondFactor(app, user, code)) return user
  throw new ClawbackError('SIGN_IN_REFUSED', 'The code is wrong', 'Enter the digits that are shown now.')
}
