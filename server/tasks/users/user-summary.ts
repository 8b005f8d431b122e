import type { User } from '../../../db/queries/users.ts'
import type { Role } from '../../core/access/roles.ts'

/** A user as others see them: nothing that helps to sign in. */
export interface UserSummary {
  name: string
  fullName: string
  /** The roles as `--role` takes them, joined by commas. */
  role: string
  roles: Role[]
  secondFactor: boolean
  email: string | null
  createdAt: string
}

export function summarizeUser(user: User): UserSummary {
  return {
    name: user.name,
    fullName: user.fullName,
    role: user.roles.join(','),
    roles: user.roles,
    secondFactor: user.totpContentId !== null,
    email: user.email,
    createdAt: user.createdAt.toISOString(),
  }
}
