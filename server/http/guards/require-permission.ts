import type { RequestHandler } from 'express'
import type { Permission } from '../../core/access/roles.ts'
import { ClawbackError } from '../../errors.ts'
import { may } from '../sign-in/signed-in.ts'

const acts: Readonly<Record<Permission, string>> = {
  'read-originals': 'read originals',
  scan: 'search',
  draft: 'draft notices',
  decide: 'decide about matches',
  sign: 'sign or send notices',
  manage: 'manage people and settings',
}

/** Refuses whoever's roles, or whose token's scopes, do not go so far. */
export function requirePermission(permission: Permission): RequestHandler {
  return (_req, res, next) => {
    if (may(res, permission)) next()
    else {
      throw new ClawbackError(
        'NOT_PERMITTED',
        `Your roles do not let you ${acts[permission]}`,
        'Ask an admin, who changes roles with "clawback user role" or on the page People.',
      )
    }
  }
}
