import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import type { Access } from './access.ts'
import { readSession } from './session-cookie.ts'

/** Lets nobody past without a session. */
export function requireSession(access: Access): RequestHandler {
  return (req, _res, next) => {
    const session = readSession(req)
    if (session !== null && access.isOpen(session)) next()
    else {
      throw new ClawbackError(
        'SIGN_IN_NEEDED',
        'Nobody is signed in here',
        'Open the link that "clawback serve" printed in its terminal, or have it print a new one.',
      )
    }
  }
}
