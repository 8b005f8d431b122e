import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { signedInOf } from '../sign-in/signed-in.ts'
import { links } from '../view/links.ts'

/** Where somebody chooses their own password. */
const open: ReadonlySet<string> = new Set(['/account', '/account/password'])

/**
 * Whoever came by a password that an admin made, and so has seen, chooses their own before anything else: what is done
 * under a name must be its owner's doing.
 */
export const requireOwnPassword: RequestHandler = (req, res, next) => {
  if (!signedInOf(res).passwordDue || open.has(req.path)) next()
  else if (req.method === 'GET' && !req.path.startsWith('/api/')) res.redirect(303, links.account())
  else {
    throw new ClawbackError(
      'PASSWORD_DUE',
      'Your password was made by somebody else',
      'Choose your own on the page Account first. Nothing was changed.',
    )
  }
}
