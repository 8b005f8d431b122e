import type { Kit } from '../kit.ts'
import { isOneOf } from './one-of.ts'
import type { Works } from './works.ts'

export const claimantRoles = ['owner', 'agent'] as const

/** Who complains, for a work's notices. */
export function defineClaimants(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'claimants',
    {
      workId: kit
        .big('work_id')
        .primaryKey()
        .references(() => works.id, { onDelete: 'cascade' }),
      name: kit.text('name').notNull(),
      role: kit.oneOf('role', claimantRoles).notNull(),
      organization: kit.text('organization').notNull(),
      /** Why this person may act for the owner, in words. */
      authority: kit.text('authority').notNull(),
      email: kit.text('email').notNull(),
      phone: kit.text('phone'),
      address: kit.text('address'),
    },
    (claimant) => [kit.check('claimants_role', isOneOf(claimant.role, claimantRoles))],
  )
}
