import { ipKeyGenerator, rateLimit, type Options } from 'express-rate-limit'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Request, RequestHandler, Response } from 'express'
import { ClawbackError } from '../../errors.ts'
import { createTurns } from './create-turns.ts'

const minutes = 10

/** Who vouches for an attempt, as a text of its own for each; null: nobody. */
export type Voucher = (req: Request) => Promise<string | null>

/**
 * Refuses who tries passwords: ten failures in ten minutes for one name from one address. Whoever tries one name from
 * many addresses, or many names from one, waits for their turn, a few seconds each, so that nobody locks somebody
 * else out. Who is vouched for (a browser that the user signed in with, the code of the moment) waits for nobody, and
 * has ten failures of their own. Who signs in rightly is not counted.
 */
export function limitAttempts(voucherOf: Voucher): RequestHandler[] {
  const vouchers = new WeakMap<Request, string | null>()
  const vouched = (req: Request) => (vouchers.get(req) ?? null) !== null
  const ask: RequestHandler = async (req, _res, next) => {
    vouchers.set(req, await voucherOf(req))
    next()
  }
  return [
    ask,
    limitFailures('attempt', (req) => vouchers.get(req) ?? `${addressOf(req)} ${nameOf(req)}`),
    slowFailures('address', 30, { keyOf: addressOf, whoIn: nameOf, skip: vouched }),
    slowFailures('name', 10, { keyOf: nameOf, whoIn: addressOf, skip: vouched }),
  ]
}

/** Refuses after ten failures in ten minutes, by what `keyOf` says of a request. */
export function limitFailures(
  identifier: string,
  keyOf: (req: Request, res: Response) => string | Promise<string>,
): RequestHandler {
  return rateLimit({ ...counting(identifier), limit: 10, handler: refuse, keyGenerator: keyOf })
}

/** One every three seconds once there were more failures: 200 in ten minutes, at most ten of them waiting. */
function slowFailures(
  identifier: string,
  limit: number,
  {
    keyOf,
    whoIn,
    skip,
  }: { keyOf: (req: Request) => string; whoIn: (req: Request) => string; skip: (req: Request) => boolean },
): RequestHandler {
  const turns = createTurns({ pause: 3_000, room: 10, wait: (milliseconds) => sleep(milliseconds) })
  return rateLimit({
    ...counting(identifier),
    limit,
    skip,
    keyGenerator: keyOf,
    handler: (req, _res, next) =>
      void turns(keyOf(req), whoIn(req)).then((isTheirs) =>
        isTheirs ? next() : next(tooMany('Wait half a minute')),
      ),
  })
}

function counting(identifier: string): Partial<Options> {
  return {
    windowMs: minutes * 60_000,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier,
  }
}

const refuse: RequestHandler = () => {
  throw tooMany(`Wait ${minutes} minutes`)
}

function tooMany(wait: string): ClawbackError {
  return new ClawbackError(
    'TOO_MANY_ATTEMPTS',
    'Too many attempts',
    `${wait}, or sign in with the code of your second factor or in a browser that you signed in with before; "clawback user reset" helps who lost their password.`,
  )
}

function addressOf({ ip = '' }: Request): string {
  return ipKeyGenerator(ip)
}

function nameOf(req: Request): string {
  const name = (req.body as Record<string, unknown> | undefined)?.['name']
  return typeof name === 'string' ? name.trim().toLowerCase().slice(0, 64) : ''
}
