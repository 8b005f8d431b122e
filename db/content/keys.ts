import { createHmac, hkdfSync } from 'node:crypto'

export interface Keys {
  encryption: Buffer
  /** Names an object by its plaintext, in a way that tells nothing to who lacks the key. */
  naming: Buffer
  /** May lie beside the objects: shows that a key is the one they were sealed with. */
  check: string
}

/** One key for each purpose, out of the one in the key file (RFC 5869). */
export function deriveKeys(master: Buffer): Keys {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', master, '', `clawback content ${purpose} 1`, 32))
  return {
    encryption: derive('encryption'),
    naming: derive('naming'),
    check: derive('check').toString('hex'),
  }
}

/** The id of a content: HMAC-SHA-256, in lower-case hex. */
export function nameContent(keys: Keys, plaintext: Uint8Array): string {
  return createHmac('sha256', keys.naming).update(plaintext).digest('hex')
}
