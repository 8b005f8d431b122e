import { Secret, TOTP } from 'otpauth'

/** Seconds that a code stands for (RFC 6238); the step before and after are taken too, for clocks that differ. */
const period = 30

/** A new secret, as an authenticator takes it by hand, and as a link. */
export function newSecondFactor(
  name: string,
  randomBytes: (size: number) => Buffer,
): { secret: string; uri: string } {
  const totp = totpOf(new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32, name)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The time step that a code belongs to; undefined when it is not one of this secret's, now. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totpOf(secret, 'user').validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Clawback', label, algorithm: 'SHA1', digits: 6, period, secret })
}
