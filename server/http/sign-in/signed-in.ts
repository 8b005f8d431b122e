import { createHmac } from 'node:crypto'
import type { Response } from 'express'
import type { Person } from '../../core/access/person.ts'
import type { Permission } from '../../core/access/roles.ts'
import type { Bearer } from '../../tasks/sessions/find-person.ts'

/** Who a request comes from. Programs have no forms, and so no token for them. */
export interface SignedIn extends Bearer {
  formToken: string | null
  /** Names the session among its user's; null for a program. */
  session: string | null
}

/** Handlers behind the sign-in read it with `signedInOf`. */
export function rememberSignedIn(res: Response, signedIn: SignedIn): void {
  res.locals['signedIn'] = signedIn
}

/** Only behind the sign-in: there is somebody. */
export function signedInOf(res: Response): SignedIn {
  const signedIn = signedInIfAny(res)
  if (signedIn === null) throw new Error('A page behind the sign-in was served to nobody')
  return signedIn
}

export function signedInIfAny(res: Response): SignedIn | null {
  return (res.locals['signedIn'] as SignedIn | undefined) ?? null
}

export function personOf(res: Response): Person {
  return signedInOf(res).person
}

export function may(res: Response, permission: Permission): boolean {
  return signedInOf(res).may.has(permission)
}

/**
 * What a form of this session carries: only a page that was read with the session's cookie knows it (OWASP's
 * Cross-Site Request Forgery Prevention Cheat Sheet, HMAC-based token).
 */
export function formTokenOf(session: string): string {
  return createHmac('sha256', session).update('form').digest('base64url')
}
