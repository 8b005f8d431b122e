import type { Queryable } from '../../../db/database.ts'
import { findUser, type User } from '../../../db/queries/users.ts'
import { readRoles, roles, type Role } from '../../core/access/roles.ts'
import { ClawbackError } from '../../errors.ts'

/** @throws ClawbackError USER_UNKNOWN */
export async function requireUser(db: Queryable, name: string): Promise<User> {
  const user = await findUser(db, name.trim().toLowerCase())
  if (user !== undefined) return user
  throw new ClawbackError(
    'USER_UNKNOWN',
    `There is no user ${name}`,
    'See "clawback user list" for those there are.',
  )
}

/** @throws ClawbackError ROLE_UNKNOWN */
export function requireRoles(words: readonly string[]): Role[] {
  const read = readRoles(words)
  if ('roles' in read && read.roles.length > 0) return read.roles
  throw new ClawbackError(
    'ROLE_UNKNOWN',
    'unknown' in read ? `"${read.unknown}" is not a role` : 'No role is given',
    `Give one or more of ${roles.join(', ')}.`,
  )
}
