/** What somebody may do. Reading everything but originals needs no more than a role. */
export type Permission = 'read-originals' | 'scan' | 'draft' | 'decide' | 'sign' | 'manage'

/**
 * Who may what. The parts are kept apart so that no single person finds, judges and swears, unless a small team
 * gives one person several roles. An auditor reads all and changes nothing; an admin sees to people and settings,
 * and has no need of the originals.
 */
const permissions = {
  researcher: ['read-originals', 'scan', 'draft'],
  reviewer: ['read-originals', 'decide'],
  signatory: ['read-originals', 'sign'],
  auditor: ['read-originals'],
  admin: ['manage'],
} as const satisfies Readonly<Record<string, readonly Permission[]>>

export type Role = keyof typeof permissions

export const roles = Object.keys(permissions) as [Role, ...Role[]]

/** In the order of the list above, so that the same set always reads the same. */
export function readRoles(words: readonly string[]): { roles: Role[] } | { unknown: string } {
  const given = words
    .flatMap((word) => word.split(','))
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
  const unknown = given.find((word) => !isRole(word))
  if (unknown !== undefined) return { unknown }
  return { roles: roles.filter((role) => given.includes(role)) }
}

/** All that somebody with these roles may. */
export function permissionsOf(held: readonly Role[]): Set<Permission> {
  return new Set(held.flatMap((role): readonly Permission[] => permissions[role]))
}

function isRole(word: string): word is Role {
  return Object.hasOwn(permissions, word)
}
