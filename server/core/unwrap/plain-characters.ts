import type { Inside } from './inside.ts'
import { rewriteText } from './rewrite-lines.ts'

const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060\ufeff]/gu
const BLANKS = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu
/** A letter or digit that nobody needs to escape. */
const ESCAPED = /\\u(?:00([3-7][\da-f])|\{0*([3-7][\da-f])\})/gi
const MEMBER = /\[(["'])([A-Za-z_$][\w$]*)\1\]/g
const ENDS_VALUE = /[\w$)\]]/
const SPLIT = /(["']) ?\+ ?\1/g

/**
 * The text in the characters that anybody would have written: without those that nobody sees, with plain blanks,
 * letters instead of their numbers, `a.b` for `a["b"]`, texts in one piece. Undefined when it is plain already.
 */
export function plainCharacters(text: Inside): Inside | undefined {
  if (!mayBeDisguised(text.bytes)) return undefined
  let changes = 0
  const changed = (to: string) => {
    changes++
    return to
  }
  const plain = rewriteText(text, (written) =>
    written
      .replace(UNSEEN, () => changed(''))
      .replace(BLANKS, () => changed(' '))
      .replace(ESCAPED, (escape: string, four: string | undefined, braced: string | undefined) => {
        const letter = String.fromCharCode(Number.parseInt((four ?? braced)!, 16))
        return /\w/.test(letter) ? changed(letter) : escape
      })
      .replace(MEMBER, (member: string, _quote: string, name: string, at: number, whole: string) =>
        ENDS_VALUE.test(whole[at - 1] ?? '') ? changed(`.${name}`) : member,
      )
      .replace(SPLIT, () => changed('')),
  )
  return changes * RARE < text.bytes.length ? undefined : plain
}

/** What is rarer than once in so many bytes hides nothing. */
const RARE = 128
/** So many places all over the text are looked at, each so many bytes long, before all of it is. */
const PLACES = 4
const PLACE = 32
const ENOUGH = 2

/** Whether the text is full of what, to hide it, must be all over it. */
function mayBeDisguised(bytes: Uint8Array): boolean {
  let found = 0
  for (let place = 1; place <= PLACES; place++) {
    const start = Math.floor((bytes.length * place) / (PLACES + 1))
    found += countMarks(bytes, start, Math.min(bytes.length, start + PLACE))
  }
  return found >= ENOUGH && countMarks(bytes, 0, bytes.length) * RARE >= bytes.length
}

function countMarks(bytes: Uint8Array, start: number, end: number): number {
  let found = 0
  for (let at = start; at < end; at++) {
    const mark = marks[bytes[at]!]!
    if (mark === 1 && isDisguise(bytes, at)) found++
  }
  return found
}

/** First bytes of what `isDisguise` knows. */
const marks = new Uint8Array(256)
for (const byte of Buffer.from('[\\+')) marks[byte] = 1
for (const byte of [0xc2, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xef]) marks[byte] = 1

/** By the bytes of UTF-8; a few too many are let through, and nothing comes of it. */
function isDisguise(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1]!
  const third = bytes[at + 2]!
  switch (bytes[at]!) {
    case 0x5b:
      return isQuote(second) && isMember(bytes, at)
    case 0x5c:
      return second === 0x75
    case 0x2b:
      return isQuote(second === 0x20 ? third : second)
    case 0xc2:
      return second === 0x85 || second === 0xa0 || second === 0xad
    case 0xcd:
      return second === 0x8f
    case 0xd8:
      return second === 0x9c
    case 0xe1:
      return second === 0x9a || second === 0xa0
    case 0xe2:
      return second === 0x80
        ? third <= 0x8f || third >= 0xa8
        : second === 0x81 && third >= 0x9f && third <= 0xa0
    case 0xe3:
      return second === 0x80 && third === 0x80
    default:
      return second === 0xbb && third === 0xbf
  }
}

/** Whether the `[` and the quote after it begin `["name"]` after what has members. */
function isMember(bytes: Uint8Array, at: number): boolean {
  if (!endsValue.has(bytes[at - 1]!)) return false
  let end = at + 2
  while (inName.has(bytes[end]!)) end++
  return bytes[end] === bytes[at + 1] && bytes[end + 1] === 0x5d
}

const inName = new Set(Buffer.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$'))
const endsValue = new Set([...inName, ...Buffer.from(')]')])

function isQuote(byte: number): boolean {
  return byte === 0x22 || byte === 0x27
}
