import { createHash } from 'node:crypto'
import { canonicalNumber } from '../fingerprint/canonical-number.ts'
import { mix } from '../fingerprint/hash.ts'
import { quotedText } from '../fingerprint/text-hash.ts'
import { Kind } from '../fingerprint/tokens.ts'
import { GrowingBytes, GrowingInts } from './growing.ts'
import { wordHashes } from './word-hashes.ts'

/** What a dictionary keeps of each text: the text, or 16 bytes of its SHA-256 when the originals are not to be kept. */
export type Keeps = 'texts' | 'digests'

/** The distinct texts of a work's tokens. A token's id is its place here; two tokens are equal when ids are. */
export interface TokenDictionary {
  keeps: Keeps
  /** Open addressing over the text's hash: id + 1, or 0 where a slot is free. */
  slots: Int32Array
  hashes: Int32Array
  /** Where each id's text begins in `texts`; one more entry than ids. */
  textStarts: Int32Array
  texts: Uint8Array
  /** Length of each text in bytes, 255 for longer ones. */
  lengths: Uint8Array
  /** The words each text is made of, by hash; where each id's begin, one more entry than ids. */
  wordStarts: Int32Array
  words: Int32Array
}

export const UNKNOWN = -1

/** The id of a token's text, compared byte by byte (or by digest); UNKNOWN when no original holds it. */
export function tokenId(
  dictionary: TokenDictionary,
  kind: number,
  hash: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const keepsTexts = dictionary.keeps === 'texts'
  if (keepsTexts && isComparedAsWritten(kind)) return findId(dictionary, hash, bytes, start, end)
  // Most texts are nobody's here: their hash tells, before they are read.
  if (!holdsHash(dictionary, hash)) return UNKNOWN
  const text = comparedText(kind, bytes, start, end)
  const kept = keepsTexts ? text : digestOf(text)
  return findId(dictionary, hash, kept, 0, kept.length)
}

type Texts = Pick<TokenDictionary, 'slots' | 'hashes' | 'textStarts' | 'texts'>

function findId(dictionary: Texts, hash: number, bytes: Uint8Array, start: number, end: number): number {
  const { slots, hashes } = dictionary
  const mask = slots.length - 1
  for (let slot = mix(hash) & mask; ; slot = (slot + 1) & mask) {
    const id = slots[slot]! - 1
    if (id < 0) return UNKNOWN
    if (hashes[id] === hash && hasText(dictionary, id, bytes, start, end)) return id
  }
}

function holdsHash({ slots, hashes }: TokenDictionary, hash: number): boolean {
  const mask = slots.length - 1
  let slot = mix(hash) & mask
  while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== hash) slot = (slot + 1) & mask
  return slots[slot] !== 0
}

/** A token's text as it is compared: quotes and indents gone, escapes resolved, numbers as every tool writes them. */
export function comparedText(kind: number, bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (isComparedAsWritten(kind)) return bytes.subarray(start, end)
  return kind === Kind.number ? canonicalNumber(bytes, start, end) : quotedText(bytes, start, end)
}

export function isComparedAsWritten(kind: number): boolean {
  return kind !== Kind.number && kind !== Kind.string && kind !== Kind.importText
}

const DIGEST_BYTES = 16

function digestOf(text: Uint8Array): Uint8Array {
  return createHash('sha256').update(text).digest().subarray(0, DIGEST_BYTES)
}

/** The same dictionary with digests in place of texts: it recognises the tokens of a copy, and tells none. */
export function withoutTexts(dictionary: TokenDictionary): TokenDictionary {
  const { textStarts, texts, hashes } = dictionary
  const digests = new Uint8Array(hashes.length * DIGEST_BYTES)
  for (let id = 0; id < hashes.length; id++)
    digests.set(digestOf(texts.subarray(textStarts[id], textStarts[id + 1])), id * DIGEST_BYTES)
  return {
    ...dictionary,
    keeps: 'digests',
    texts: digests,
    textStarts: Int32Array.from({ length: hashes.length + 1 }, (_, id) => id * DIGEST_BYTES),
  }
}

function hasText(
  { textStarts, texts }: Texts,
  id: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  const from = textStarts[id]! - start
  if (textStarts[id + 1]! - from !== end) return false
  for (let at = start; at < end; at++) if (bytes[at] !== texts[from + at]) return false
  return true
}

/** Collects texts while a work is indexed. */
export class DictionaryBuilder {
  private slots = new Int32Array(1 << 12)
  private readonly hashes = new GrowingInts()
  private readonly textStarts = new GrowingInts()
  private readonly texts = new GrowingBytes()
  private readonly rarities = new GrowingInts()
  private readonly rarityOf: (hash: number, text: Uint8Array) => number

  /** @param rarityOf how surprising a text is, in eighths of a bit, at most 255 */
  constructor(rarityOf: (hash: number, text: Uint8Array) => number) {
    this.rarityOf = rarityOf
    this.textStarts.push(0)
  }

  /** How surprising the text of an id is. */
  rarity(id: number): number {
    return this.rarities.values[id]!
  }

  /** The id of a text, new or known. */
  intern(hash: number, text: Uint8Array): number {
    return this.internPart(hash, text, 0, text.length)
  }

  /** The same for a text within others, without a view of it where it is known: most tokens are. */
  internPart(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const known = findId(this.view(), hash, bytes, start, end)
    if (known !== UNKNOWN) return known
    const text = bytes.subarray(start, end)
    const id = this.hashes.length
    this.hashes.push(hash)
    this.rarities.push(this.rarityOf(hash, text))
    this.texts.append(text)
    this.textStarts.push(this.texts.length)
    if ((id + 1) * 1.5 > this.slots.length) this.rehash()
    else this.place(id)
    return id
  }

  finishRarity(): Uint8Array {
    return Uint8Array.from(this.rarities.finish())
  }

  finish(): TokenDictionary {
    const textStarts = this.textStarts.finish()
    const texts = this.texts.finish()
    const wordStarts = new Int32Array(textStarts.length)
    const lengths = new Uint8Array(this.hashes.length)
    const words = new GrowingInts()
    for (let id = 0; id < this.hashes.length; id++) {
      const text = texts.subarray(textStarts[id], textStarts[id + 1])
      lengths[id] = Math.min(255, text.length)
      for (const word of wordHashes(text)) words.push(word)
      wordStarts[id + 1] = words.length
    }
    return {
      keeps: 'texts',
      slots: this.slots,
      hashes: this.hashes.finish(),
      textStarts,
      texts,
      lengths,
      wordStarts,
      words: words.finish(),
    }
  }

  private view(): Texts {
    return {
      slots: this.slots,
      hashes: this.hashes.values,
      textStarts: this.textStarts.values,
      texts: this.texts.values,
    }
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let id = 0; id < this.hashes.length; id++) this.place(id)
  }

  private place(id: number): void {
    const mask = this.slots.length - 1
    let slot = mix(this.hashes.values[id]!) & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = id + 1
  }
}
