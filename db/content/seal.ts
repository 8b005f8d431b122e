import { nonceFrom, sealPart, unsealPart } from './seal-part.ts'

/** First bytes of a sealed object: the format, so that one can be told from the other and from a later one. */
const whole = Buffer.from('CLAW\u0001', 'latin1')
const inSegments = Buffer.from('CLAW\u0002', 'latin1')

/** Larger contents are sealed in segments of so much, so that several are opened at once, into memory of one's choice. */
const SEGMENT = 4 * 1024 * 1024
const LENGTH_BYTES = 8
const PART_LENGTH_BYTES = 4
/** As zlib wants it. */
const SMALLEST_CHUNK = 64
/** As many as there are threads that compress. */
const AT_ONCE = 4
/** Of a large content, the index of a work, speed counts: the usual effort takes twice the time for a tenth less. */
const EFFORT = 1
/** Half of an index are hashes: to inflate them takes most of the time of opening it, and saves a fifth of the room. */
const WORTH = 0.4

/**
 * Bound to the id, in one of two formats: format (5 bytes) and one sealed part; or format, length of the plaintext
 * (8), and for each segment the length (4) of its sealed part and the part, bound to id, length and its number too.
 */
export async function seal(
  key: Buffer,
  id: string,
  plaintext: Uint8Array,
  randomBytes: (length: number) => Uint8Array,
): Promise<Buffer> {
  if (plaintext.length <= SEGMENT) {
    const associated = Buffer.concat([whole, Buffer.from(id, 'hex')])
    return Buffer.concat([
      whole,
      await sealPart({ key, associated, nonce: nonceFrom(randomBytes) }, plaintext),
    ])
  }
  const parts = await inOrder(countOf(plaintext.length), async (number) => {
    const segment = plaintext.subarray(number * SEGMENT, (number + 1) * SEGMENT)
    const associated = associatedWith(id, plaintext.length, number)
    return await sealPart({ key, associated, nonce: nonceFrom(randomBytes) }, segment, {
      level: EFFORT,
      worth: WORTH,
    })
  })
  return Buffer.concat([
    inSegments,
    lengthOf(plaintext.length),
    ...parts.flatMap((part) => [partLengthOf(part.length), part]),
  ])
}

/**
 * What was sealed, in the memory that `allocate` gives for it.
 * @throws when a single bit of it, or its id, is another
 */
export async function unseal<Memory extends Uint8Array>(
  key: Buffer,
  id: string,
  sealed: Buffer,
  allocate: (bytes: number) => Memory,
): Promise<Memory> {
  const format = sealed.subarray(0, whole.length)
  if (format.equals(whole)) {
    const associated = Buffer.concat([whole, Buffer.from(id, 'hex')])
    const plaintext = await unsealPart({ key, associated }, sealed.subarray(whole.length))
    const memory = allocate(plaintext.length)
    memory.set(plaintext)
    return memory
  }
  if (!format.equals(inSegments)) throw new Error('not a sealed object')
  const length = Number(sealed.readBigUInt64BE(inSegments.length))
  const parts = partsOf(sealed.subarray(inSegments.length + LENGTH_BYTES))
  // Before anything is allocated for a length that nobody has vouched for.
  if (parts.length !== countOf(length)) throw new Error('a sealed object that lacks segments, or has more')
  const memory = allocate(length)
  await inOrder(parts.length, async (number) => {
    const associated = associatedWith(id, length, number)
    const size = Math.min(SEGMENT, length - number * SEGMENT)
    const options = { chunkSize: Math.max(SMALLEST_CHUNK, size), maxOutputLength: size }
    memory.set(await unsealPart({ key, associated }, parts[number]!, options), number * SEGMENT)
  })
  return memory
}

function countOf(length: number): number {
  return Math.ceil(length / SEGMENT)
}

function associatedWith(id: string, length: number, number: number): Buffer {
  return Buffer.concat([inSegments, Buffer.from(id, 'hex'), lengthOf(length), partLengthOf(number)])
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(LENGTH_BYTES)
  bytes.writeBigUInt64BE(BigInt(length))
  return bytes
}

function partLengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(PART_LENGTH_BYTES)
  bytes.writeUInt32BE(length)
  return bytes
}

function partsOf(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const start = at + PART_LENGTH_BYTES
    const end = start + bytes.readUInt32BE(at)
    if (end > bytes.length) throw new Error('a sealed object that is cut off')
    parts.push(bytes.subarray(start, end))
    at = end
  }
  return parts
}

/** The results by number; a few at a time. */
async function inOrder<Result>(count: number, work: (number: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  const numbers = Array.from({ length: count }, (_, number) => number).values()
  const takeTurns = async () => {
    for (const number of numbers) results[number] = await work(number)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, takeTurns))
  return results
}
