import type { Database, Queryable } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import {
  deleteApiToken,
  insertApiToken,
  listApiTokens as selectApiTokens,
  type ApiToken,
} from '../../../db/queries/api-tokens.ts'
import type { Person } from '../../core/access/person.ts'
import { permissionsOf, type Permission } from '../../core/access/roles.ts'
import { ClawbackError } from '../../errors.ts'
import { hashToken, newToken } from '../sessions/token.ts'

const days = 90

/** What a program may be trusted with. Signing is a person's own act, and people are managed by people. */
export const tokenScopes = ['read-originals', 'scan', 'draft', 'decide'] as const satisfies Permission[]

/**
 * A token for a program of this user's. It reads, and does what its scopes name as long as the user may.
 * @throws ClawbackError TOKEN_INVALID
 */
export async function createApiToken(
  app: { db: Database; clock: () => Date; randomBytes: (size: number) => Buffer },
  person: Person,
  input: { label: string; scopes: readonly string[] },
): Promise<{ token: string }> {
  const userId = requireAccount(person)
  const may = permissionsOf(person.roles)
  const scopes = tokenScopes.filter((scope) => input.scopes.includes(scope))
  if (input.label === '' || input.label.length > 80) {
    throw invalid('The token has no name, or one longer than 80 characters', 'Say what it is for.')
  }
  if (scopes.length !== input.scopes.length || !scopes.every((scope) => may.has(scope))) {
    throw invalid('A scope goes further than your roles', 'Choose among those that the page offers.')
  }
  // A prefix of its own lets secret scanners find one that was published by mistake.
  const token = `clawback_${newToken(app.randomBytes)}`
  const createdAt = app.clock()
  await app.db.tx(async (tx) => {
    const row = await insertApiToken(tx, {
      userId,
      label: input.label,
      tokenHash: hashToken(token),
      scopes,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + days * 86_400_000),
    })
    await appendEvent(tx, {
      actor: person.name,
      kind: 'token.created',
      subject: `user:${person.name}`,
      data: { id: row.id, scopes },
    })
  })
  return { token }
}

/** A user's tokens; what they are worth is kept nowhere. */
export async function listApiTokens(app: { db: Queryable }, person: Person): Promise<ApiToken[]> {
  return person.userId === null ? [] : await selectApiTokens(app.db, person.userId)
}

/** Takes a token back; another user's is not touched. */
export async function revokeApiToken(app: { db: Database }, person: Person, id: number): Promise<void> {
  const userId = requireAccount(person)
  await app.db.tx(async (tx) => {
    await deleteApiToken(tx, { id, userId })
    await appendEvent(tx, {
      actor: person.name,
      kind: 'token.revoked',
      subject: `user:${person.name}`,
      data: { id },
    })
  })
}

/** @throws ClawbackError ACCOUNT_NEEDED */
function requireAccount({ userId }: Person): number {
  if (userId !== null) return userId
  throw new ClawbackError(
    'ACCOUNT_NEEDED',
    'Who came by the one-time link has no account',
    'Add a user with "clawback user add", and sign in by that name.',
  )
}

function invalid(message: string, fix: string): ClawbackError {
  return new ClawbackError('TOKEN_INVALID', message, fix)
}
