import { createCipheriv, createDecipheriv } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'

const compress = promisify(deflateRaw)
const decompress = promisify(inflateRaw)

/** First bytes of a sealed object: the format, so that a later one can be told apart. */
const format = Buffer.from('CLAW\u0001', 'latin1')
const nonceBytes = 12
const tagBytes = 16

/**
 * Compressed (raw deflate), then encrypted with AES-256-GCM under a nonce of its own, bound to the id:
 * format (5 bytes), nonce (12), ciphertext, tag (16).
 */
export async function seal(
  key: Buffer,
  id: string,
  plaintext: Uint8Array,
  randomBytes: (length: number) => Uint8Array,
): Promise<Buffer> {
  const compressed = await compress(plaintext)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated(id))
  return Buffer.concat([format, nonce, cipher.update(compressed), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed. @throws when a single bit of it, or its id, is another */
export async function unseal(key: Buffer, id: string, sealed: Buffer): Promise<Buffer> {
  const start = format.length + nonceBytes
  if (sealed.length < start + tagBytes || !sealed.subarray(0, format.length).equals(format)) {
    throw new Error('not a sealed object')
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(format.length, start), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(associated(id)).setAuthTag(sealed.subarray(-tagBytes))
  const compressed = Buffer.concat([decipher.update(sealed.subarray(start, -tagBytes)), decipher.final()])
  return decompress(compressed)
}

function associated(id: string): Buffer {
  return Buffer.concat([format, Buffer.from(id, 'hex')])
}
