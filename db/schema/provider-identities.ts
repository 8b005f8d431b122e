import type { Kit } from '../kit.ts'
import type { Users } from './users.ts'

/**
 * Who a provider's users are here. A subject is the provider's own name for somebody and never given to another
 * (OpenID Connect Core, section 2); an e-mail address may be, so it is looked at once.
 */
export function defineProviderIdentities(kit: Kit, { users }: { users: Users }) {
  return kit.table(
    'provider_identities',
    {
      issuer: kit.text('issuer').notNull(),
      subject: kit.text('subject').notNull(),
      userId: kit
        .big('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      linkedAt: kit.ts('linked_at').notNull(),
    },
    (identity) => [
      kit.primaryKey(identity.issuer, identity.subject),
      kit.index('provider_identities_user').on(identity.userId),
    ],
  )
}
