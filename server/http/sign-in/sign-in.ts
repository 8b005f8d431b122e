import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { renderSignInPage } from '../../render/pages/sign-in-page.ts'
import { linkMinutes, type Access } from './access.ts'
import { clearSession, readSession, setSession } from './session-cookie.ts'

/** Opens a session for the bearer of a one-time link. It goes on without the token, so no address bar keeps it. */
export function openSession(access: Access): RequestHandler {
  return (req, res) => {
    const { token } = req.query
    if (token === undefined) {
      res.send(renderSignInPage({ title: 'Sign in', section: null, crumbs: [], minutes: linkMinutes }))
      return
    }
    const session = typeof token === 'string' ? access.redeem(token) : null
    if (session === null) {
      throw new ClawbackError(
        'SIGN_IN_LINK_SPENT',
        `This link is spent: it works once, within ${linkMinutes} minutes`,
        'Have a new one printed in the terminal that "clawback serve" runs in, and open that.',
      )
    }
    setSession(req, res, session)
    res.redirect(303, '/')
  }
}

/**
 * Prints a new link where the server runs: whoever can read that terminal is the person whose data this is.
 * However often it is asked, it prints one every few seconds at most.
 */
export function printLink(
  access: Access,
  clock: () => Date,
  announce: (token: string) => void,
): RequestHandler {
  const pause = 5_000
  let last = -Infinity
  return (_req, res) => {
    const now = clock().getTime()
    if (now - last >= pause) {
      last = now
      announce(access.issueLink())
    }
    res.redirect(303, '/sign-in')
  }
}

export function closeSession(access: Access): RequestHandler {
  return (req, res) => {
    const session = readSession(req)
    if (session !== null) access.close(session)
    clearSession(req, res)
    res.redirect(303, '/sign-in')
  }
}
