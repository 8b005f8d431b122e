import { createHash } from 'node:crypto'

/** 256 random bits: too many to guess, so a fast hash is enough to keep them by. */
export function newToken(randomBytes: (size: number) => Buffer): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: who reads the database signs in nowhere. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
