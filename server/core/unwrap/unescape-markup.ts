import { LF } from '../fingerprint/bytes.ts'
import { InsideWriter, type Inside } from './inside.ts'

const AMPERSAND = 0x26
const LESS = 0x3c
const GREATER = 0x3e
/** A text with so few is no page: what it compares or calls looks like them. */
const FEW = 4
const RARE = 500
/** A longer tag is none, or holds a picture. */
const LONGEST_TAG = 16_384
const LONGEST_ENTITY = 10

const entities = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ', Tab: '\t', NewLine: '\n' }),
)
/** These stand within a line; any other tag ends one. */
const inline = new Set(
  'a abbr b code em font i ins kbd mark s samp small span strong sub sup tt u var wbr'.split(' '),
)

/** The text of a page as a reader sees it: without tags, its entities resolved. Undefined when it has hardly any. */
export function unescapeMarkup(text: Inside): Inside | undefined {
  const { bytes } = text
  const out = new InsideWriter(text, bytes.length)
  let found = 0
  let copied = 0
  let isBroken = false
  let closing = -1
  const take = (from: number, to: number) => {
    if (from === to) return
    // A line that ends in the file, too, ends once.
    if (isBroken && out.last !== LF && bytes[from] !== LF) out.put(LF)
    isBroken = false
    out.copy(from, to)
  }
  for (let at = nextMark(bytes, 0); at < bytes.length; at = nextMark(bytes, at)) {
    // Looked for once, however many tags nobody closes.
    if (closing < at) closing = indexOrEnd(bytes, GREATER, at)
    const mark = bytes[at] === LESS ? tagAt(bytes, at, closing) : entityAt(bytes, at)
    if (mark === undefined) {
      at++
      continue
    }
    take(copied, at)
    if (mark.text === LINE_BREAK) isBroken = true
    else if (mark.text !== '') {
      out.from(at)
      out.putAll(Buffer.from(mark.text))
    }
    found++
    at = mark.end
    copied = at
  }
  if (found * RARE < bytes.length || found < FEW) return undefined
  take(copied, bytes.length)
  return out.finish()
}

function nextMark(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== LESS && bytes[at] !== AMPERSAND) at++
  return at
}

interface Mark {
  text: string
  end: number
}

const LINE_BREAK = '\n'
const CDATA = '<![CDATA['

function indexOrEnd(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from)
  return at < 0 ? bytes.length : at
}

/** @param closing where the next `>` is */
function tagAt(bytes: Uint8Array, at: number, closing: number): Mark | undefined {
  const beginning = latin1(bytes, at, at + 16)
  if (beginning.startsWith(CDATA)) return { text: LINE_BREAK, end: at + CDATA.length }
  const name = /^<\/?([a-z][a-z0-9]*)|^<[!?]/i.exec(beginning)
  if (!name) return undefined
  if (closing === bytes.length || closing - at > LONGEST_TAG) return undefined
  const isInline = name[1] !== undefined && inline.has(name[1].toLowerCase())
  return { text: isInline ? '' : LINE_BREAK, end: closing + 1 }
}

function entityAt(bytes: Uint8Array, at: number): Mark | undefined {
  const written = /^&(#x[0-9a-f]+|#\d+|\w+);/i.exec(latin1(bytes, at, at + LONGEST_ENTITY))
  if (!written) return undefined
  const meaning = meaningOf(written[1]!)
  return meaning === undefined ? undefined : { text: meaning, end: at + written[0].length }
}

function meaningOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities.get(name)
  const value = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return value <= 0x10ffff ? String.fromCodePoint(value) : undefined
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(to, bytes.length) - from).toString(
    'latin1',
  )
}
