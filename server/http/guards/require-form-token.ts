import { timingSafeEqual } from 'node:crypto'
import express, { type RequestHandler, type Response } from 'express'
import { ClawbackError } from '../../errors.ts'
import { signedInOf } from '../sign-in/signed-in.ts'

/** Reads what a form sends: names and texts, no more than a person writes. */
export const readForm: RequestHandler = express.urlencoded({
  extended: false,
  limit: '256kb',
  parameterLimit: 6_000,
})

/** Refuses a form that did not come from a page of this session. A program's token is no cookie: nobody can ride on it. */
export const requireFormToken: RequestHandler = (req, res, next) => {
  requireOwnForm(res, (req.body as Record<string, unknown> | undefined)?.['form-token'])
  next()
}

/** The same, where the form is read by who handles it. @throws ClawbackError FORM_STALE */
export function requireOwnForm(res: Response, given: unknown): void {
  const { formToken } = signedInOf(res)
  if (formToken === null || (typeof given === 'string' && isSame(given, formToken))) return
  throw new ClawbackError(
    'FORM_STALE',
    'This form does not belong to the session that is signed in now',
    'Go back, load the page again, and send it from there. Nothing was changed.',
  )
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
