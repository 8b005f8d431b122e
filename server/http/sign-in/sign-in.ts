import type { Request, RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import type { Frame } from '../../render/pages/engine.ts'
import { renderSignInPage } from '../../render/pages/sign-in-page.ts'
import { closeSession } from '../../tasks/sessions/close-session.ts'
import { openSession } from '../../tasks/sessions/open-session.ts'
import { checkCredentials } from '../../tasks/users/check-credentials.ts'
import { newDevice } from '../../tasks/users/known-device.ts'
import { whoVouches } from '../../tasks/users/who-vouches.ts'
import type { Voucher } from '../guards/limit-attempts.ts'
import type { SigningIn } from './signing-in.ts'
import { linkMinutes, type Links } from './links.ts'
import { agentOf } from './agent-of.ts'
import { keepDevice, readDevice } from './device-cookie.ts'
import { readWayBack } from './way-back.ts'
import { clearSession, readSession, setSession } from './session-cookie.ts'
import { offerSignIn, type WaysIn } from './offer-sign-in.ts'

const frame: Frame = { title: 'Sign in', section: null, crumbs: [], tabs: null, user: null }

/** The ways in; with the token of a one-time link, a session. It goes on without the token, so no address bar keeps it. */
export function showSignIn(
  app: SigningIn,
  { links, ways, holder }: { links: Links | null; ways: WaysIn; holder: string },
): RequestHandler {
  return async (req, res) => {
    const { token } = req.query
    if (token === undefined) {
      const offer = await offerSignIn(app, ways)
      const next = readWayBack(req.query['next'])
      const left = ways.provider !== null && req.query['left'] === 'provider'
      res.send(renderSignInPage({ ...frame, signIn: { ...offer, next }, refused: false, left }))
      return
    }
    if (typeof token !== 'string' || links === null || !links.redeem(token)) {
      throw new ClawbackError(
        'SIGN_IN_LINK_SPENT',
        `This link is spent: it works once, within ${linkMinutes} minutes`,
        'Have a new one printed in the terminal that "clawback serve" runs in, and open that.',
      )
    }
    setSession(
      req,
      res,
      await openSession(app, { userId: null, name: holder, via: 'link', agent: agentOf(req) }),
    )
    res.redirect(303, '/')
  }
}

/** What an attempt shows besides name and password. */
export function voucherOf(app: SigningIn): Voucher {
  return async (req) =>
    await whoVouches(app, {
      name: textIn(req, 'name'),
      code: textIn(req, 'code'),
      device: readDevice(req),
    })
}

/** By name and password, and by a code where one was set up. */
export function signIn(app: SigningIn, ways: WaysIn): RequestHandler {
  return async (req, res) => {
    if (!ways.passwords) throw passwordsOff()
    const next = readWayBack(textIn(req, 'next'))
    try {
      const user = await checkCredentials(app, {
        name: textIn(req, 'name'),
        password: textIn(req, 'password'),
        code: textIn(req, 'code'),
      })
      setSession(
        req,
        res,
        await openSession(app, { userId: user.id, name: user.name, via: 'password', agent: agentOf(req) }),
      )
      keepDevice(req, res, newDevice(user, app.randomBytes))
      res.redirect(303, next)
    } catch (error) {
      if (!(error instanceof ClawbackError)) throw error
      const offer = await offerSignIn(app, ways)
      const page = { ...frame, signIn: { ...offer, next }, refused: true, left: false }
      res.status(401).send(renderSignInPage(page))
    }
  }
}

/**
 * Prints a new link where the server runs: whoever can read that terminal is the person whose data this is.
 * However often it is asked, it prints one every few seconds at most.
 */
export function printLink(
  links: Links,
  clock: () => Date,
  announce: (token: string) => void,
): RequestHandler {
  const pause = 5_000
  let last = -Infinity
  return (_req, res) => {
    const now = clock().getTime()
    if (now - last >= pause) {
      last = now
      announce(links.issue())
    }
    res.redirect(303, '/sign-in')
  }
}

/** The session ends here; where a provider opened it, the next page tells that the provider's goes on. */
export function signOut(app: SigningIn): RequestHandler {
  return async (req, res) => {
    const session = readSession(req)
    const ended = session === null ? undefined : await closeSession(app, session)
    clearSession(req, res)
    res.redirect(303, ended?.via === 'provider' ? '/sign-in?left=provider' : '/sign-in')
  }
}

/** As it was sent: a blank may belong to a password. */
function textIn(req: Request, field: string): string {
  const value = ((req.body ?? {}) as Record<string, unknown>)[field]
  return typeof value === 'string' ? value : ''
}

function passwordsOff(): ClawbackError {
  return new ClawbackError(
    'PASSWORDS_OFF',
    'Nobody signs in by password here',
    'Sign in with the provider; OIDC_ONLY says so.',
  )
}
