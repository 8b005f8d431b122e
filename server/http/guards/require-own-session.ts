import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { signedInOf } from '../sign-in/signed-in.ts'

/**
 * Refuses a program's token where somebody sees to how they sign in: a token that makes tokens outlives itself, and
 * has whatever scopes it likes.
 */
export const requireOwnSession: RequestHandler = (_req, res, next) => {
  if (signedInOf(res).formToken !== null) next()
  else {
    throw new ClawbackError(
      'PERSON_NEEDED',
      'A token for programs does not change how somebody signs in, nor makes or removes tokens',
      'Sign in by name, and do it on the page Account.',
    )
  }
}
