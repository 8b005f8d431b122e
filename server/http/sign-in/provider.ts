import { Router, type Request, type RequestHandler, type Response } from 'express'
import { ClawbackError } from '../../errors.ts'
import { renderSignInCodePage } from '../../render/pages/sign-in-code-page.ts'
import { closeSession } from '../../tasks/sessions/close-session.ts'
import { openSession } from '../../tasks/sessions/open-session.ts'
import { signInByProvider, type Provider } from '../../tasks/sign-in/by-provider.ts'
import { finishWithCode } from '../../tasks/sign-in/finish-with-code.ts'
import { whoAwaits } from '../../tasks/sign-in/who-awaits.ts'
import { limitFailures } from '../guards/limit-attempts.ts'
import { readForm } from '../guards/require-form-token.ts'
import { spendNothingOnHead } from '../guards/spend-nothing-on-head.ts'
import { readFields } from '../read-fields.ts'
import { agentOf } from './agent-of.ts'
import { keepAttempt, takeAttempt } from './attempt-cookie.ts'
import { readSession, setSession } from './session-cookie.ts'
import type { SigningIn } from './signing-in.ts'
import { readWayBack } from './way-back.ts'

const returnPath = '/sign-in/provider/return'

/**
 * Signing in with an OpenID provider, and with the code of a second factor where the provider asked for none.
 * What nobody can guess is not limited: a company comes from one address.
 */
export function providerRoutes(app: SigningIn, provider: Provider): Router {
  return Router()
    .get('/sign-in/provider', spendNothingOnHead, goToProvider(provider))
    .get(returnPath, spendNothingOnHead, comeBack(app, provider))
    .get('/sign-in/provider/leave', spendNothingOnHead, leaveProvider(provider))
    .get('/sign-in/code', showCode(app))
    .post('/sign-in/code', readForm, limitFailures('who', who(app)), postCode(app))
}

function goToProvider(provider: Provider): RequestHandler {
  return async (req, res) => {
    const { url, attempt } = await provider.begin(returnUrl(req, provider))
    keepAttempt(req, res, { ...attempt, next: readWayBack(req.query['next']) })
    res.redirect(303, url)
  }
}

function comeBack(app: SigningIn, provider: Provider): RequestHandler {
  return async (req, res) => {
    const attempt = takeAttempt(req, res)
    if (attempt === null) {
      throw new ClawbackError(
        'PROVIDER_ATTEMPT_UNKNOWN',
        'This answer belongs to no sign-in that was begun in this browser, or to one that is over',
        'Sign in again from the start.',
      )
    }
    const returned = new URL(returnUrl(req, provider))
    returned.search = new URL(req.originalUrl, returned).search
    const { user, needsCode } = await signInByProvider(app, provider, { returned, attempt })
    const next = readWayBack(attempt.next)
    const session = { userId: user.id, name: user.name, via: 'provider', agent: agentOf(req) } as const
    setSession(req, res, await openSession(app, { ...session, awaitsCode: needsCode }))
    res.redirect(303, needsCode ? `/sign-in/code?${new URLSearchParams({ next }).toString()}` : next)
  }
}

/** Signing out here leaves the provider's own session: on a machine that others use, that one is to be ended too. */
function leaveProvider(provider: Provider): RequestHandler {
  return async (_req, res) => res.redirect(303, (await provider.leave()) ?? '/sign-in')
}

function showCode(app: SigningIn): RequestHandler {
  return async (req, res) => {
    if ((await whoAwaits(app, readSession(req))) === null) res.redirect(303, '/sign-in')
    else sendCode(res, readWayBack(req.query['next']), false)
  }
}

function postCode(app: SigningIn): RequestHandler {
  return async (req, res) => {
    const { code, next: given } = readFields(req.body, ['code', 'next'])
    const next = readWayBack(given)
    const token = readSession(req) ?? ''
    try {
      const user = await finishWithCode(app, { token, code })
      await closeSession(app, token)
      const session = { userId: user.id, name: user.name, via: 'provider', agent: agentOf(req) } as const
      setSession(req, res, await openSession(app, session))
      res.redirect(303, next)
    } catch (error) {
      if (!(error instanceof ClawbackError) || error.code !== 'SIGN_IN_REFUSED') throw error
      res.status(401)
      sendCode(res, next, true)
    }
  }
}

function sendCode(res: Response, next: string, refused: boolean): void {
  const frame = { title: 'Code', section: null, crumbs: [], tabs: null, user: null }
  res.send(renderSignInCodePage({ ...frame, next, refused }))
}

/** Who guesses codes comes back with new sessions: what counts is whose they are. */
function who(app: SigningIn): (req: Request) => Promise<string> {
  return async (req) => (await whoAwaits(app, readSession(req))) ?? ''
}

/** The provider sends nobody to an address that it does not know, whatever a request calls this machine. */
function returnUrl(req: Request, { redirectUrl }: Provider): string {
  return redirectUrl ?? `${req.protocol}://${req.headers.host ?? ''}${returnPath}`
}
