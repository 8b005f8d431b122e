import type { Permission } from '../../server/core/access/roles.ts'
import type { Kit } from '../kit.ts'
import type { Users } from './users.ts'

/** Tokens for programs: never worth more than the user who made them, and less where the scopes say so. */
export function defineApiTokens(kit: Kit, { users }: { users: Users }) {
  return kit.table(
    'api_tokens',
    {
      id: kit.id(),
      userId: kit
        .big('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      /** What it is for, in the user's words. */
      label: kit.text('label').notNull(),
      tokenHash: kit.text('token_hash').notNull().unique(),
      /** Beyond reading. */
      scopes: kit.json<Permission[]>('scopes').notNull(),
      createdAt: kit.ts('created_at').notNull(),
      expiresAt: kit.ts('expires_at').notNull(),
      lastUsedAt: kit.ts('last_used_at'),
    },
    (token) => [kit.index('api_tokens_user').on(token.userId)],
  )
}
