import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { findSessionBearer, findTokenBearer } from '../../tasks/sessions/find-person.ts'
import { sessionIdOf } from '../../tasks/sessions/list-sessions.ts'
import { readSession } from './session-cookie.ts'
import { formTokenOf, rememberSignedIn, type SignedIn } from './signed-in.ts'

/** Lets nobody past without a session or, for programs, a token. */
export function requireSession(app: Parameters<typeof findSessionBearer>[0], holder: string): RequestHandler {
  return async (req, res, next) => {
    const signedIn = (await bySession(readSession(req))) ?? (await byToken(req.headers.authorization))
    if (signedIn === null) {
      throw new ClawbackError(
        'SIGN_IN_NEEDED',
        'Nobody is signed in here',
        'Open the link that "clawback serve" printed in its terminal, have it print a new one, or sign in by name.',
      )
    }
    rememberSignedIn(res, signedIn)
    next()
  }

  async function bySession(session: string | null): Promise<SignedIn | null> {
    if (session === null) return null
    const bearer = await findSessionBearer(app, session, holder)
    return bearer === undefined
      ? null
      : { ...bearer, formToken: formTokenOf(session), session: sessionIdOf(session) }
  }

  async function byToken(authorization: string | undefined): Promise<SignedIn | null> {
    const token = /^Bearer (\S{1,200})$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) return null
    const bearer = await findTokenBearer(app, token)
    return bearer === undefined ? null : { ...bearer, formToken: null, session: null }
  }
}
