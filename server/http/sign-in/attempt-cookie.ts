import type { Request, Response } from 'express'
import type { Attempt } from '../../tasks/sign-in/by-provider.ts'
import { readCookie } from './session-cookie.ts'

/** An attempt to sign in with a provider, kept by the browser that began it: an answer that another brings is no answer. */
export interface KeptAttempt extends Attempt {
  /** The page that was asked for before. */
  next: string
}

const minutes = 15

/** Lax: the browser comes back from the provider's site by a link. */
const options = { httpOnly: true, sameSite: 'lax', path: '/sign-in' } as const

function nameOf(req: Request): string {
  return `clawback_attempt_${req.socket.localPort ?? 0}`
}

export function keepAttempt(req: Request, res: Response, attempt: KeptAttempt): void {
  const value = Buffer.from(JSON.stringify(attempt)).toString('base64url')
  res.cookie(nameOf(req), value, { ...options, secure: req.secure, maxAge: minutes * 60_000 })
}

/** The attempt of this browser, once: whatever comes of it, the next one begins anew. */
export function takeAttempt(req: Request, res: Response): KeptAttempt | null {
  const value = readCookie(req, nameOf(req))
  if (value === null) return null
  res.clearCookie(nameOf(req), options)
  try {
    const read = JSON.parse(Buffer.from(value, 'base64url').toString()) as Partial<Record<string, unknown>>
    const { state, nonce, verifier, next } = read
    if (![state, nonce, verifier, next].every((one) => typeof one === 'string' && one !== '')) return null
    return read as unknown as KeptAttempt
  } catch {
    return null
  }
}
