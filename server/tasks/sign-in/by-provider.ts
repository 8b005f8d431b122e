import type { Database, Queryable } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { findUserByIdentity, insertIdentity, isLinked } from '../../../db/queries/provider-identities.ts'
import { findUser, findUserByEmail, type User } from '../../../db/queries/users.ts'
import { ClawbackError } from '../../errors.ts'
import type { Attempt, Identity, Provider } from '../../oidc/open-provider.ts'

export type { Attempt, Provider }

/**
 * Who a provider's answer lets in: the user that its subject is linked to, or at the first time the one whose address
 * it has verified. Nobody is added by a provider, and it gives no roles.
 * @throws ClawbackError PROVIDER_REFUSED, PROVIDER_UNTRUE, PROVIDER_UNREACHABLE, PROVIDER_STRANGER
 */
export async function signInByProvider(
  app: { db: Database; clock: () => Date },
  provider: Provider,
  { returned, attempt }: { returned: URL; attempt: Attempt },
): Promise<{ user: User; needsCode: boolean }> {
  const identity = await provider.finish(returned, attempt)
  const user = await app.db.tx(async (tx) => {
    const linked = await findUserByIdentity(tx, identity)
    if (linked !== undefined) return linked
    const { issuer, subject, email } = identity
    const meant = email === null ? undefined : await findMeant(tx, email)
    // An address can be given to somebody else; whoever came by it first is who is meant.
    if (meant === undefined || (await isLinked(tx, { issuer, userId: meant.id }))) return undefined
    await insertIdentity(tx, { issuer, subject, userId: meant.id, linkedAt: app.clock() })
    await appendEvent(tx, {
      actor: meant.name,
      kind: 'user.linked',
      subject: `user:${meant.name}`,
      data: { issuer, subject },
    })
    return meant
  })
  if (user === undefined) throw stranger(identity)
  return { user, needsCode: user.totpContentId !== null && !identity.secondFactor }
}

/** Whose address it is; a name that is an address says so only of whom no other address is known. */
async function findMeant(db: Queryable, email: string): Promise<User | undefined> {
  const byName = await findUser(db, email)
  return (await findUserByEmail(db, email)) ?? (byName?.email === null ? byName : undefined)
}

function stranger({ email }: Identity): ClawbackError {
  return new ClawbackError(
    'PROVIDER_STRANGER',
    email === null
      ? 'The provider knows you, but has verified no e-mail address of yours, and nobody here is linked to you'
      : 'The provider knows you, but nobody here has your e-mail address, or they came by another account before',
    'Ask an admin to add you with that address, or to set it anew: clawback user email NAME ADDRESS',
  )
}
