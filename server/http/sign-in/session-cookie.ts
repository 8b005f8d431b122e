import type { Request, Response } from 'express'
import { sessionHours } from '../../tasks/sessions/open-session.ts'

/**
 * Cookies do not know ports, so the name does: two Clawbacks on one machine do not sign each other out.
 * Lax, so that a link in a mail opens the page; nothing but GET follows from elsewhere (refuse-foreign-posts).
 */
function cookieName(req: Request): string {
  return `clawback_${req.socket.localPort ?? 0}`
}

export function readSession(req: Request): string | null {
  return readCookie(req, cookieName(req))
}

export function readCookie(req: Request, name: string): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value !== undefined) return value
  }
  return null
}

export function setSession(req: Request, res: Response, session: string): void {
  res.cookie(cookieName(req), session, {
    httpOnly: true,
    secure: req.secure,
    sameSite: 'lax',
    path: '/',
    maxAge: sessionHours * 3_600_000,
  })
}

export function clearSession(req: Request, res: Response): void {
  res.clearCookie(cookieName(req), { httpOnly: true, sameSite: 'lax', path: '/' })
}
