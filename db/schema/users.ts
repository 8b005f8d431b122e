import type { Role } from '../../server/core/access/roles.ts'
import type { Kit } from '../kit.ts'

export type Users = ReturnType<typeof defineUsers>

/** People who sign in. A removed one stays, so that a name in the log never comes to mean somebody else. */
export function defineUsers(kit: Kit) {
  return kit.table('users', {
    id: kit.id(),
    /** What they sign in with: lower case. */
    name: kit.text('name').notNull().unique(),
    /** As it stands under a decision or a notice. */
    fullName: kit.text('full_name').notNull(),
    roles: kit.json<Role[]>('roles').notNull(),
    /** Argon2id in its own text form, salt and cost inside. */
    passwordHash: kit.text('password_hash').notNull(),
    /** The TOTP secret in the encrypted store; null while no second factor is set up. */
    totpContentId: kit.text('totp_content_id'),
    /** The last time step whose code was taken: each code works once (RFC 6238, section 5.2). */
    totpLastStep: kit.big('totp_last_step'),
    createdAt: kit.ts('created_at').notNull(),
    removedAt: kit.ts('removed_at'),
    /** Somebody else made the password, and has seen it: it lets its user in to choose their own, and no further. */
    passwordDue: kit.bool('password_due').notNull().default(false),
    /** The address by which a provider's verified one is known to be theirs: lower case. */
    email: kit.text('email').unique(),
  })
}
