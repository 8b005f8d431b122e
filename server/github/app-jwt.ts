import { createSign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** GitHub takes a JWT for ten minutes at most; clocks differ by seconds. */
const LIFE = 540
const MARGIN = 60

/**
 * How an App signs in by its own name, to be given a token: RFC 7519, RS256. `now` in milliseconds.
 * Source: "Generating a JSON Web Token (JWT) for a GitHub App".
 */
export function appJwt({ appId, privateKey }: { appId: string; privateKey: KeyObject }, now: number): string {
  const seconds = Math.floor(now / 1000)
  const signed = [
    { alg: 'RS256', typ: 'JWT' },
    { iat: seconds - MARGIN, exp: seconds + LIFE, iss: appId },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`
}
