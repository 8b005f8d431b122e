import { createHmac, timingSafeEqual } from 'node:crypto'
import type { User } from '../../../db/queries/users.ts'

/**
 * What a browser keeps of a user who signed in with it: it lets nobody in, and only keeps others' wrong passwords from
 * standing in the way (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). Nothing is stored for it: the
 * key is the salted hash of the password, so that a new password makes every browser unknown.
 */
export function newDevice(user: User, randomBytes: (size: number) => Buffer): string {
  const nonce = randomBytes(16).toString('base64url')
  return `${nonce}.${macOf(user, nonce)}`
}

/** Which browser of this user it is; null: none. */
export function deviceOf(user: User, device: string): string | null {
  const [nonce = '', mac = ''] = device.split('.', 2)
  const [given, wanted] = [Buffer.from(mac), Buffer.from(macOf(user, nonce))]
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? nonce : null
}

function macOf({ id, passwordHash }: User, nonce: string): string {
  return createHmac('sha256', passwordHash).update(`device ${id} ${nonce}`).digest('base64url')
}
