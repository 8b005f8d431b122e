import { mix } from '../fingerprint/hash.ts'
import { unescapeText } from '../fingerprint/text-hash.ts'
import { Kind } from '../fingerprint/tokens.ts'
import { GrowingBytes, GrowingInts } from './growing.ts'

/** The distinct texts of a work's tokens. A token's id is its place here; two tokens are equal when ids are. */
export interface TokenDictionary {
  /** Open addressing over the text's hash: id + 1, or 0 where a slot is free. */
  slots: Int32Array
  hashes: Int32Array
  /** Where each id's text begins in `texts`; one more entry than ids. */
  textStarts: Int32Array
  texts: Uint8Array
}

export const UNKNOWN = -1

/** The id of a token's text, compared byte by byte; UNKNOWN when no original holds it. */
export function tokenId(dictionary: TokenDictionary, hash: number, text: Uint8Array): number {
  const { slots, hashes } = dictionary
  const mask = slots.length - 1
  for (let slot = mix(hash) & mask; ; slot = (slot + 1) & mask) {
    const id = slots[slot]! - 1
    if (id < 0) return UNKNOWN
    if (hashes[id] === hash && hasText(dictionary, id, text)) return id
  }
}

/** A token's text as it is compared: quotes gone, escapes resolved. */
export function comparedText(kind: number, bytes: Uint8Array, start: number, end: number): Uint8Array {
  return kind === Kind.string || kind === Kind.importText
    ? unescapeText(bytes, start, end)
    : bytes.subarray(start, end)
}

export function tokenText({ textStarts, texts }: TokenDictionary, id: number): string {
  return Buffer.from(texts.subarray(textStarts[id], textStarts[id + 1])).toString('utf8')
}

export function tokenLength({ textStarts }: TokenDictionary, id: number): number {
  return textStarts[id + 1]! - textStarts[id]!
}

function hasText({ textStarts, texts }: TokenDictionary, id: number, text: Uint8Array): boolean {
  const from = textStarts[id]!
  if (textStarts[id + 1]! - from !== text.length) return false
  for (let i = 0; i < text.length; i++) if (text[i] !== texts[from + i]) return false
  return true
}

/** Collects texts while a work is indexed. */
export class DictionaryBuilder {
  private slots = new Int32Array(1 << 12)
  private readonly hashes = new GrowingInts()
  private readonly textStarts = new GrowingInts()
  private readonly texts = new GrowingBytes()

  constructor() {
    this.textStarts.push(0)
  }

  /** The id of a text, new or known. */
  intern(hash: number, text: Uint8Array): number {
    const known = tokenId(this.view(), hash, text)
    if (known !== UNKNOWN) return known
    const id = this.hashes.length
    this.hashes.push(hash)
    this.texts.append(text)
    this.textStarts.push(this.texts.length)
    if ((id + 1) * 2 > this.slots.length) this.rehash()
    else this.place(id)
    return id
  }

  finish(): TokenDictionary {
    return {
      slots: this.slots,
      hashes: this.hashes.finish(),
      textStarts: this.textStarts.finish(),
      texts: this.texts.finish(),
    }
  }

  private view(): TokenDictionary {
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
