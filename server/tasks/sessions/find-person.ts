import type { Queryable } from '../../../db/database.ts'
import { findApiToken, markTokenUsed } from '../../../db/queries/api-tokens.ts'
import { findSession } from '../../../db/queries/sessions.ts'
import type { User } from '../../../db/queries/users.ts'
import type { Person } from '../../core/access/person.ts'
import { permissionsOf, roles, type Permission } from '../../core/access/roles.ts'
import { hashToken } from './token.ts'

/** Somebody signed in, and what they may do by the key that they came with. */
export interface Bearer {
  person: Person
  may: ReadonlySet<Permission>
  /** They came by a password that somebody else made, and are to choose their own first. */
  passwordDue: boolean
}

/** Whose session this is; undefined when it is nobody's, or has ended. `holder` names who holds the machine. */
export async function findSessionBearer(
  app: { db: Queryable; clock: () => Date },
  token: string,
  holder: string,
): Promise<Bearer | undefined> {
  const found = await findSession(app.db, hashToken(token), app.clock())
  if (found === undefined) return undefined
  const person = found.user === null ? holderOf(holder) : personOf(found.user)
  const passwordDue = found.session.via === 'password' && found.user?.passwordDue === true
  return { person, may: permissionsOf(person.roles), passwordDue }
}

/** Whose token for programs this is. It may what its user may, as far as its scopes go. */
export async function findTokenBearer(
  app: { db: Queryable; clock: () => Date },
  token: string,
): Promise<Bearer | undefined> {
  const now = app.clock()
  const found = await findApiToken(app.db, hashToken(token), now)
  if (found === undefined) return undefined
  if (now.getTime() - (found.token.lastUsedAt?.getTime() ?? 0) > 60_000) {
    await markTokenUsed(app.db, found.token.id, now)
  }
  const person = personOf(found.user)
  const may = permissionsOf(person.roles)
  return { person, may: new Set(found.token.scopes.filter((scope) => may.has(scope))), passwordDue: false }
}

/** Whoever reads the machine's terminal holds its database and its key already. */
function holderOf(name: string): Person {
  return { userId: null, name, fullName: null, roles }
}

function personOf({ id, name, fullName, roles }: User): Person {
  return { userId: id, name, fullName, roles }
}
