import type { Kit } from '../kit.ts'
import type { Users } from './users.ts'

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
    },
    (session) => [
      kit.index('sessions_user').on(session.userId),
      kit.index('sessions_expiry').on(session.expiresAt),
    ],
  )
}
