import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { findUserEver, insertUser } from '../../../db/queries/users.ts'
import { ClawbackError } from '../../errors.ts'
import { readEmail, refuseTakenEmail } from './emails.ts'
import { hashPassword } from './passwords.ts'
import { requireRoles } from './find-user.ts'
import { requireGoodPassword } from './new-password.ts'
import { summarizeUser, type UserSummary } from './user-summary.ts'

export interface NewUser {
  name: string
  /** As it stands under a decision or a notice; the name itself when not given. */
  fullName?: string
  roles: string[]
  password: string
  /** Somebody else made the password: it is changed at the first sign-in. */
  passwordDue?: boolean
  /** By which a provider's verified address is known to be theirs. */
  email?: string
}

/**
 * Adds somebody who may sign in.
 * @throws ClawbackError USER_NAME_INVALID, USER_EXISTS, USER_NAME_SPENT, ROLE_UNKNOWN, PASSWORD_WEAK, EMAIL_INVALID,
 *   EMAIL_TAKEN
 */
export async function addUser(
  app: { db: Database; actor: string; clock: () => Date },
  input: NewUser,
): Promise<{ user: UserSummary }> {
  const name = requireUserName(input.name)
  const roles = requireRoles(input.roles)
  const passwordHash = await hashPassword(requireGoodPassword(input.password, name))
  const email = readEmail(input.email ?? '')
  const fullName = input.fullName?.trim() ?? ''
  const user = await app.db.tx(async (tx) => {
    const before = await findUserEver(tx, name)
    if (before !== undefined) throw taken(name, before.removedAt !== null)
    await refuseTakenEmail(tx, email, null)
    const row = await insertUser(tx, {
      name,
      fullName: fullName === '' ? name : fullName,
      roles,
      passwordHash,
      passwordDue: input.passwordDue ?? false,
      email,
      createdAt: app.clock(),
    })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'user.added',
      subject: `user:${name}`,
      data: { roles },
    })
    return row
  })
  return { user: summarizeUser(user) }
}

function requireUserName(given: string): string {
  const name = given.trim().toLowerCase()
  if (/^[a-z0-9][a-z0-9._@+-]{0,63}$/.test(name)) return name
  throw new ClawbackError(
    'USER_NAME_INVALID',
    `"${given.slice(0, 80)}" is not a user's name`,
    'Use up to 64 letters, digits and . _ @ + -, such as ada.diaz; --full-name takes any script.',
  )
}

/** A name that had been somebody's stays theirs in the log. */
function taken(name: string, removed: boolean): ClawbackError {
  return removed
    ? new ClawbackError(
        'USER_NAME_SPENT',
        `${name} was a user who has been removed, and the log still names them`,
        'Choose another name, so that nobody answers for what somebody else did.',
      )
    : new ClawbackError(
        'USER_EXISTS',
        `There is already a user ${name}`,
        'Choose another name, or change their roles with "clawback user role".',
      )
}
