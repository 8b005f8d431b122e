import { createCipheriv, createDecipheriv } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw, type ZlibOptions } from 'node:zlib'

/** Raw deflate, off the main thread. */
export const compress: (bytes: Uint8Array, options?: ZlibOptions) => Promise<Buffer> = promisify(deflateRaw)
export const decompress: (bytes: Uint8Array, options?: ZlibOptions) => Promise<Buffer> = promisify(inflateRaw)

const nonceBytes = 12
const tagBytes = 16
/** What sealing adds to the length. */
export const sealBytes = nonceBytes + tagBytes

export interface Sealing {
  key: Buffer
  /** What the ciphertext belongs to: it opens with nothing else. */
  associated: Buffer
}

/** Encrypted with AES-256-GCM under a nonce of its own: nonce (12 bytes), ciphertext, tag (16). */
export function sealPart(
  { key, associated }: Sealing,
  bytes: Uint8Array,
  randomBytes: (length: number) => Uint8Array,
): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated)
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed. @throws when a single bit of it, or what it belongs to, is another */
export function unsealPart({ key, associated }: Sealing, sealed: Buffer): Buffer {
  if (sealed.length < sealBytes) throw new Error('not a sealed object')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(associated).setAuthTag(sealed.subarray(-tagBytes))
  const bytes = decipher.update(sealed.subarray(nonceBytes, -tagBytes))
  // Gives no bytes in this mode, and throws unless the tag is right.
  decipher.final()
  return bytes
}
