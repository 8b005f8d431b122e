import rateLimit from 'express-rate-limit'
import type { Request, RequestHandler, Response } from 'express'
import { ClawbackError } from '../../errors.ts'

const minutes = 10

/**
 * Refuses who tries passwords, by where they come from and by the name that they try: ten failures in ten minutes.
 * Who signs in rightly is not counted.
 */
export function limitAttempts(): RequestHandler[] {
  return [limitFailures('address'), limitFailures('name', (req) => nameIn(req.body))]
}

/** Refuses after ten failures in ten minutes: by address, or by what `keyOf` says of a request. */
export function limitFailures(
  identifier: string,
  keyOf?: (req: Request, res: Response) => string | Promise<string>,
): RequestHandler {
  return rateLimit({
    windowMs: minutes * 60_000,
    limit: 10,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse,
    identifier,
    ...(keyOf === undefined ? {} : { keyGenerator: keyOf }),
  })
}

const refuse: RequestHandler = () => {
  throw new ClawbackError(
    'TOO_MANY_ATTEMPTS',
    'Too many attempts',
    `Wait ${minutes} minutes; "clawback user reset" helps who lost their password.`,
  )
}

function nameIn(body: unknown): string {
  const name = (body as Record<string, unknown> | undefined)?.['name']
  return typeof name === 'string' ? name.trim().toLowerCase().slice(0, 64) : ''
}
