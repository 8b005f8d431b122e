import rateLimit from 'express-rate-limit'
import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'

const minutes = 10

/**
 * Refuses who tries passwords, by where they come from and by the name that they try: ten failures in ten minutes.
 * Who signs in rightly is not counted.
 */
export function limitAttempts(): RequestHandler[] {
  const common = {
    windowMs: minutes * 60_000,
    limit: 10,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse,
  } as const
  return [
    rateLimit({ ...common, identifier: 'address' }),
    rateLimit({ ...common, identifier: 'name', keyGenerator: (req) => nameIn(req.body) }),
  ]
}

const refuse: RequestHandler = () => {
  throw new ClawbackError(
    'TOO_MANY_ATTEMPTS',
    'Too many attempts to sign in',
    `Wait ${minutes} minutes; "clawback user reset" helps who lost their password.`,
  )
}

function nameIn(body: unknown): string {
  const name = (body as Record<string, unknown> | undefined)?.['name']
  return typeof name === 'string' ? name.trim().toLowerCase().slice(0, 64) : ''
}
