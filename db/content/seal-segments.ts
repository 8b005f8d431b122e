import { compress, decompress, sealBytes, sealPart, unsealPart } from './seal-part.ts'
import type { SealedFile } from './sealed-file.ts'

/** A large content is sealed in segments of so much: one at a time is in memory beside what is made of them. */
const SEGMENT = 1024 * 1024
const LENGTH_BYTES = 8
const PART_LENGTH_BYTES = 4
/** How a segment lies in its part. */
const PLAIN = 0
const DEFLATED = 1
/** Of a large content, the index of a work, speed counts: the usual effort takes twice the time for a tenth less. */
const EFFORT = 1
/** As zlib wants it. */
const SMALLEST_CHUNK = 64
/** Text and rows of small numbers shrink to less; the hashes of an index do not, and inflating is slower than opening. */
const WORTH = 0.2
/** So much of a segment tells whether it shrinks. */
const SAMPLE = 64 * 1024

/**
 * The length of the plaintext (8 bytes), then for each segment the length (4) of its sealed part, how it lies in it (1)
 * and the part, bound to the id, the length, its number and how it lies. Made one by one.
 */
export async function* sealSegments(
  key: Buffer,
  id: Buffer,
  plaintext: Uint8Array,
  randomBytes: (length: number) => Uint8Array,
): AsyncGenerator<Buffer> {
  yield lengthOf(plaintext.length)
  for (let number = 0; number < countOf(plaintext.length); number++) {
    const segment = plaintext.subarray(number * SEGMENT, (number + 1) * SEGMENT)
    const how = (await shrinks(segment)) ? DEFLATED : PLAIN
    const bytes = how === DEFLATED ? await compress(segment, { level: EFFORT }) : segment
    const associated = associatedWith(id, plaintext.length, number, how)
    const part = sealPart({ key, associated }, bytes, randomBytes)
    yield Buffer.concat([partLengthOf(part.length), Buffer.from([how]), part])
  }
}

/**
 * What was sealed, in the memory that `allocate` gives for it.
 * @throws when a single bit of it, or its id, is another
 */
export async function unsealSegments<Memory extends Uint8Array>(
  key: Buffer,
  id: Buffer,
  sealed: SealedFile,
  allocate: (bytes: number) => Memory,
): Promise<Memory> {
  const length = Number((await whole(sealed, LENGTH_BYTES)).readBigUInt64BE())
  let memory: Memory | undefined
  for (let number = 0; number < countOf(length); number++) {
    const head = await whole(sealed, PART_LENGTH_BYTES + 1)
    const [partLength, how] = [head.readUInt32BE(), head[PART_LENGTH_BYTES]!]
    if (partLength > SEGMENT + sealBytes) throw new Error('a segment that is too large')
    const associated = associatedWith(id, length, number, how)
    const bytes = unsealPart({ key, associated }, await whole(sealed, partLength))
    const size = Math.min(SEGMENT, length - number * SEGMENT)
    const segment = how === DEFLATED ? await inflate(bytes, size) : bytes
    if (segment.length !== size) throw new Error('a segment of another length')
    // Nothing is allocated for a length before the first segment, which is bound to it, has vouched for it.
    memory ??= allocate(length)
    memory.set(segment, number * SEGMENT)
  }
  if (memory === undefined || (await sealed.next(1)).length > 0) throw new Error('not a sealed object')
  return memory
}

async function shrinks(segment: Uint8Array): Promise<boolean> {
  const sample = segment.subarray(0, SAMPLE)
  return (await compress(sample, { level: EFFORT })).length <= sample.length * WORTH
}

async function inflate(bytes: Buffer, size: number): Promise<Buffer> {
  return await decompress(bytes, { chunkSize: Math.max(SMALLEST_CHUNK, size), maxOutputLength: size })
}

async function whole(sealed: SealedFile, length: number): Promise<Buffer> {
  const bytes = await sealed.next(length)
  if (bytes.length < length) throw new Error('a sealed object that is cut off')
  return bytes
}

function countOf(length: number): number {
  return Math.ceil(length / SEGMENT)
}

function associatedWith(id: Buffer, length: number, number: number, how: number): Buffer {
  return Buffer.concat([id, lengthOf(length), partLengthOf(number), Buffer.from([how])])
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
