import type { Kit } from '../kit.ts'
import type { Users } from './users.ts'

export const sessionWays = ['link', 'password', 'provider'] as const

/** Open sessions. What reads this table signs in nowhere: it holds only the tokens' SHA-256. */
export function defineSessions(kit: Kit, { users }: { users: Users }) {
  return kit.table(
    'sessions',
    {
      tokenHash: kit.text('token_hash').primaryKey(),
      /** Null: whoever read the one-time link in the terminal of the machine. */
      userId: kit.big('user_id').references(() => users.id, { onDelete: 'cascade' }),
      openedAt: kit.ts('opened_at').notNull(),
      expiresAt: kit.ts('expires_at').notNull(),
      /** How it was opened: by the link of the terminal, by password, or by a provider. */
      via: kit.oneOf('via', sessionWays).notNull().default('password'),
      /** What the browser called itself, so that its user knows it again. */
      agent: kit.text('agent'),
      /** Not open yet: the provider has said who it is, and the code of the second factor is still to come. */
      awaitsCode: kit.bool('awaits_code').notNull().default(false),
    },
    (session) => [
      kit.index('sessions_user').on(session.userId),
      kit.index('sessions_expiry').on(session.expiresAt),
    ],
  )
}
