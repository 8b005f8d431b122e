import { Router } from 'express'
import type { Acting } from '../acting.ts'
import { limitFailures } from '../guards/limit-attempts.ts'
import { readForm, requireFormToken } from '../guards/require-form-token.ts'
import { requireOwnSession } from '../guards/require-own-session.ts'
import { requirePermission } from '../guards/require-permission.ts'
import { personOf } from '../sign-in/signed-in.ts'
import {
  postEverySessionClosed,
  postPassword,
  postSecondFactor,
  postSessionClosed,
  postToken,
  postTokenRemoval,
  showAccountPage,
} from './account.ts'
import { postEmail, postRemoval, postReset, postRoles, postUser, showPeoplePage } from './people.ts'

/** One's own account, and for who manages: everybody's. */
export function accountRoutes(app: Acting): Router {
  const own = [readForm, requireFormToken, requireOwnSession]
  const manage = requirePermission('manage')
  const managing = [readForm, requireFormToken, manage]
  const guesses = limitFailures('account', (_req, res) => personOf(res).name)
  return Router()
    .get('/account', showAccountPage(app))
    .post('/account/password', own, guesses, postPassword(app))
    .post('/account/sessions/close', own, postEverySessionClosed(app))
    .post('/account/sessions/:id/close', own, postSessionClosed(app))
    .post('/account/second-factor', own, postSecondFactor(app))
    .post('/account/tokens', own, postToken(app))
    .post('/account/tokens/:id/remove', own, postTokenRemoval(app))
    .get('/people', manage, showPeoplePage(app))
    .post('/people', managing, postUser(app))
    .post('/people/:name/roles', managing, postRoles(app))
    .post('/people/:name/email', managing, postEmail(app))
    .post('/people/:name/reset', managing, postReset(app))
    .post('/people/:name/remove', managing, postRemoval(app))
}
