import type { ErrorRequestHandler, RequestHandler } from 'express'
import { ClawbackError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { renderProblemPage } from '../render/pages/problem-page.ts'
import { routeOf } from './route-of.ts'

/** What a browser or a program is told, by the code of the error. Codes that are not here are defects of ours. */
const statuses: Readonly<Record<string, number>> = {
  FILTER_INVALID: 400,
  REPOSITORY_INVALID: 400,
  REQUEST_INVALID: 400,
  SIGN_IN_NEEDED: 401,
  SIGN_IN_LINK_SPENT: 401,
  REQUEST_FOREIGN: 403,
  PAGE_UNKNOWN: 404,
  WORK_UNKNOWN: 404,
  MATCH_UNKNOWN: 404,
  NOTICE_UNKNOWN: 404,
  READ_ONLY: 405,
  HOST_FOREIGN: 421,
}

/** Every path that nothing answered. */
export const refuseUnknownPage: RequestHandler = () => {
  throw new ClawbackError(
    'PAGE_UNKNOWN',
    'There is nothing here',
    'Go to the start page and find it from there.',
  )
}

/** One place where errors become answers: a page for people, the same in JSON under `/api`. */
export function showProblem(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const known = asKnown(error)
    const status = statuses[known.code] ?? 500
    if (status >= 500) logger.error({ route: routeOf(req), err: error }, 'request failed')
    res.status(status)
    const { code, message, fix } = known
    if (req.path.startsWith('/api/')) res.json({ error: { code, message, fix } })
    else {
      const signIn = status === 401
      const section = signIn || status === 421 ? null : 'works'
      res.send(
        renderProblemPage({
          title: titleOf(status),
          section,
          crumbs: [],
          message,
          fix,
          code,
          newLink: signIn,
        }),
      )
    }
  }
}

function asKnown(error: unknown): ClawbackError {
  if (error instanceof ClawbackError) return error
  if (isClientError(error)) {
    return new ClawbackError(
      'REQUEST_INVALID',
      'The address cannot be read',
      'Check what follows the host name.',
    )
  }
  return new ClawbackError(
    'UNEXPECTED',
    'Something went wrong in Clawback itself',
    'The log of "clawback serve" says where. Nothing was changed.',
  )
}

/** Express marks what a client got wrong, such as a broken percent-encoding, with a status below 500. */
function isClientError(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  )
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
