import { createCipheriv, createDecipheriv } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw, type ZlibOptions } from 'node:zlib'

const compress: (bytes: Uint8Array, options?: ZlibOptions) => Promise<Buffer> = promisify(deflateRaw)
const decompress: (bytes: Uint8Array, options?: ZlibOptions) => Promise<Buffer> = promisify(inflateRaw)

const nonceBytes = 12
const tagBytes = 16

/**
 * Compressed (raw deflate), then encrypted with AES-256-GCM under a nonce of its own: nonce (12 bytes), ciphertext,
 * tag (16).
 * @param associated what the ciphertext belongs to: it opens with nothing else
 */
export async function sealPart(
  { key, associated, nonce }: { key: Buffer; associated: Buffer; nonce: Uint8Array },
  plaintext: Uint8Array,
  options?: ZlibOptions,
): Promise<Buffer> {
  const compressed = await compress(plaintext, options)
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
  const ciphertext = sealed.subarray(nonceBytes, -tagBytes)
  return await decompress(Buffer.concat([decipher.update(ciphertext), decipher.final()]), options)
}

export function nonceFrom(randomBytes: (length: number) => Uint8Array): Uint8Array {
  return randomBytes(nonceBytes)
}
