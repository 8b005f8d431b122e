import { createCipheriv, createDecipheriv } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw, type ZlibOptions } from 'node:zlib'

const compress: (bytes: Uint8Array, options?: ZlibOptions) => Promise<Buffer> = promisify(deflateRaw)
const decompress: (bytes: Uint8Array, options?: ZlibOptions) => Promise<Buffer> = promisify(inflateRaw)

const nonceBytes = 12
const tagBytes = 16
/** Deflate's own form for what it cannot make smaller. */
const STORED = 0

export interface Compression {
  level?: number
  /** What does not shrink to this share of its length is stored as it is: opening it is then a copy. */
  worth?: number
}

/**
 * Compressed (raw deflate), then encrypted with AES-256-GCM under a nonce of its own: nonce (12 bytes), ciphertext,
 * tag (16).
 * @param associated what the ciphertext belongs to: it opens with nothing else
 */
export async function sealPart(
  { key, associated, nonce }: { key: Buffer; associated: Buffer; nonce: Uint8Array },
  plaintext: Uint8Array,
  { level, worth = 1 }: Compression = {},
): Promise<Buffer> {
  const smaller = await compress(plaintext, { level })
  const compressed =
    smaller.length <= plaintext.length * worth ? smaller : await compress(plaintext, { level: STORED })
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated)
  return Buffer.concat([nonce, cipher.update(compressed), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed. @throws when a single bit of it, or what it belongs to, is another */
export async function unsealPart(
  { key, associated }: { key: Buffer; associated: Buffer },
  sealed: Buffer,
  options?: ZlibOptions,
): Promise<Buffer> {
  if (sealed.length < nonceBytes + tagBytes) throw new Error('not a sealed object')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(associated).setAuthTag(sealed.subarray(-tagBytes))
  const compressed = decipher.update(sealed.subarray(nonceBytes, -tagBytes))
  // Gives no bytes in this mode, and throws unless the tag is right.
  decipher.final()
  return await decompress(compressed, options)
}

export function nonceFrom(randomBytes: (length: number) => Uint8Array): Uint8Array {
  return randomBytes(nonceBytes)
}
