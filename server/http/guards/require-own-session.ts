import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { signedInOf } from '../sign-in/signed-in.ts'

/**
 * Refuses a program's token where somebody sees to what is theirs: a token that makes tokens outlives itself, and has
 * whatever scopes it likes; one that may only read changes nothing, a saved view neither.
 */
export const requireOwnSession: RequestHandler = (_req, res, next) => {
  if (signedInOf(res).formToken !== null) next()
  else {
    throw new ClawbackError(
      'PERSON_NEEDED',
      'A token for programs does not change how somebody signs in, their tokens or their saved views',
      'Sign in by name, and do it on its page.',
    )
  }
}
