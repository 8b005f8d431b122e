import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { findUser, type User } from '../../../db/queries/users.ts'
import { ClawbackError } from '../../errors.ts'
import { isPassword } from './passwords.ts'
import { isSecondFactor } from './check-second-factor.ts'

/** The hash of a password that nobody has: a name that is not there takes as long as a wrong password. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$7/bTOPFOgLSbXP5JVVu+6w$PRAPFMKnlc+9Aq13ouzdxig3XGACgvjP3f0c1MPehGI'

/**
 * Who this is. Says in no case what was wrong, so that names cannot be tried out.
 * @throws ClawbackError SIGN_IN_REFUSED
 */
export async function checkCredentials(
  app: { db: Database; content: ContentStore; clock: () => Date },
  { name, password, code }: { name: string; password: string; code: string },
): Promise<User> {
  const user = await findUser(app.db, name.trim().toLowerCase())
  const good = await isPassword(user?.passwordHash ?? nobodysHash, password)
  if (user === undefined || !good || !(await isSecondFactor(app, user, code))) {
    throw new ClawbackError(
      'SIGN_IN_REFUSED',
      'Name, password or code is wrong',
      'Try again; the code is asked of those who set one up. "clawback user reset" helps who lost theirs.',
    )
  }
  return user
}
