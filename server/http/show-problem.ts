import type { ErrorRequestHandler, RequestHandler } from 'express'
import { ClawbackError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { renderProblemPage } from '../render/pages/problem-page.ts'
import type { SignInOffer } from '../render/pages/sign-in-page.ts'
import { routeOf } from './route-of.ts'
import { signedInIfAny } from './sign-in/signed-in.ts'
import { readWayBack } from './sign-in/way-back.ts'
import { frameOf } from './view/frame-of.ts'
import { whatWasWritten } from './what-was-written.ts'

/** What a browser or a program is told, by the code of the error. The others are what a task refuses. */
const statuses: Readonly<Record<string, number>> = {
  FILTER_INVALID: 400,
  REPOSITORY_INVALID: 400,
  REQUEST_INVALID: 400,
  SIGN_IN_NEEDED: 401,
  SIGN_IN_LINK_SPENT: 401,
  PROVIDER_REFUSED: 401,
  PROVIDER_UNTRUE: 401,
  PROVIDER_ATTEMPT_UNKNOWN: 401,
  PROVIDER_STRANGER: 403,
  PASSWORDS_OFF: 403,
  PASSWORD_DUE: 403,
  NOT_PERMITTED: 403,
  SOURCE_NOT_PERMITTED: 403,
  FORM_STALE: 403,
  PERSON_NEEDED: 403,
  SESSION_NEEDED: 403,
  VIEW_FOREIGN: 403,
  VIEW_NOT_SHARED: 403,
  REQUEST_FOREIGN: 403,
  PAGE_UNKNOWN: 404,
  WORK_UNKNOWN: 404,
  MATCH_UNKNOWN: 404,
  SCAN_UNKNOWN: 404,
  BULK_UNKNOWN: 404,
  VIEW_UNKNOWN: 404,
  NOTICE_UNKNOWN: 404,
  EVENT_UNKNOWN: 404,
  INTAKE_UNKNOWN: 404,
  MAIL_UNKNOWN: 404,
  NETWORK_UNKNOWN: 404,
  METHOD_UNKNOWN: 405,
  SLUG_TAKEN: 409,
  SCAN_PAUSED: 409,
  SCAN_ENDED: 409,
  REQUEST_TOO_LARGE: 413,
  UPLOAD_TOO_LARGE: 413,
  TOO_MANY_ATTEMPTS: 429,
  HOST_FOREIGN: 421,
}

const unexpected = 'UNEXPECTED'

/** Every path that nothing answered. */
export const refuseUnknownPage: RequestHandler = () => {
  throw new ClawbackError(
    'PAGE_UNKNOWN',
    'There is nothing here',
    'Go to the start page and find it from there.',
  )
}

/** One place where errors become answers: a page for people, the same in JSON under `/api`. */
export function showProblem(
  logger: Logger,
  offer: () => Promise<Omit<SignInOffer, 'next'>>,
): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const known = asKnown(error)
    const status = statusOf(known)
    if (status >= 500) logger.error({ route: routeOf(req), err: error }, 'request failed')
    res.status(status)
    const { code, message, fix } = known
    if (req.path.startsWith('/api/')) res.json({ error: { code, message, fix } })
    else {
      const section = status === 421 || signedInIfAny(res) === null ? null : 'works'
      const next = req.method === 'GET' ? readWayBack(req.originalUrl) : '/'
      res.send(
        renderProblemPage({
          ...frameOf(res, { title: titleOf(status), section }),
          message,
          fix,
          code,
          written: whatWasWritten(req.body),
          signIn: status === 401 ? { ...(await offer()), next } : null,
        }),
      )
    }
  }
}

function asKnown(error: unknown): ClawbackError {
  if (error instanceof ClawbackError) return error
  if (isClientError(error)) {
    if (error.status === 413) {
      return new ClawbackError(
        'REQUEST_TOO_LARGE',
        'This is more than a form of these pages holds',
        'Send less at once.',
      )
    }
    return new ClawbackError(
      'REQUEST_INVALID',
      'This request cannot be read',
      'Check what follows the host name, or send the form from its page.',
    )
  }
  return new ClawbackError(
    unexpected,
    'Something went wrong in Clawback itself',
    'The log of "clawback serve" says where. Nothing was changed.',
  )
}

/** Express marks what a client got wrong, such as a broken percent-encoding, with a status below 500. */
function isClientError(error: unknown): error is { status: number } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  )
}

/** What a task refuses is the asker's to mend; what it could not tell yet is asked again later. */
export function statusOf({ code, exitCode }: ClawbackError): number {
  return statuses[code] ?? (code === unexpected ? 500 : exitCode === 2 ? 400 : 503)
}

function titleOf(status: number): string {
  switch (status) {
    case 401:
      return 'Sign in'
    case 404:
      return 'Not found'
    default:
      return status < 500 ? 'Refused' : 'Something went wrong'
  }
}
