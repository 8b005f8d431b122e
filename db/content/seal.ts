import { compress, decompress, sealPart, unsealPart } from './seal-part.ts'
import { sealSegments, unsealSegments } from './seal-segments.ts'
import type { SealedFile } from './sealed-file.ts'

/** First bytes of a sealed object: the format, so that one can be told from the other and from a later one. */
const inOnePart = Buffer.from('CLAW\u0001', 'latin1')
const inSegments = Buffer.from('CLAW\u0003', 'latin1')

/** Larger contents are sealed in segments. */
const LARGEST_PART = 4 * 1024 * 1024
/** Deflate makes nothing larger by more. */
const LARGEST_FILE = LARGEST_PART + 64 * 1024

/**
 * Compressed (raw deflate), encrypted and bound to the id: the format (5 bytes), then one sealed part or the segments
 * of `sealSegments`.
 */
export async function* seal(
  key: Buffer,
  id: string,
  plaintext: Uint8Array,
  randomBytes: (length: number) => Uint8Array,
): AsyncGenerator<Buffer> {
  if (plaintext.length <= LARGEST_PART) {
    const associated = associatedWith(inOnePart, id)
    yield Buffer.concat([inOnePart, sealPart({ key, associated }, await compress(plaintext), randomBytes)])
    return
  }
  yield inSegments
  yield* sealSegments(key, associatedWith(inSegments, id), plaintext, randomBytes)
}

/**
 * What was sealed, in the memory that `allocate` gives for it.
 * @throws when a single bit of it, or its id, is another
 */
export async function unseal<Memory extends Uint8Array>(
  key: Buffer,
  id: string,
  sealed: SealedFile,
  allocate: (bytes: number) => Memory,
): Promise<Memory> {
  const format = Buffer.from(await sealed.next(inOnePart.length))
  if (format.equals(inSegments))
    return await unsealSegments(key, associatedWith(inSegments, id), sealed, allocate)
  if (!format.equals(inOnePart) || sealed.size > LARGEST_FILE) throw new Error('not a sealed object')
  const associated = associatedWith(inOnePart, id)
  const compressed = unsealPart({ key, associated }, await sealed.next(sealed.size))
  const plaintext = await decompress(compressed)
  const memory = allocate(plaintext.length)
  memory.set(plaintext)
  return memory
}

function associatedWith(format: Buffer, id: string): Buffer {
  return Buffer.concat([format, Buffer.from(id, 'hex')])
}
