import type { Channel } from '../fingerprint/channel.ts'
import { projectKinds } from '../fingerprint/channel.ts'
import { Kind } from '../fingerprint/tokens.ts'
import { packedId, packedKind, type WorkIndex } from './work-index.ts'

/**
 * What a channel sees of a file once every text is known by its id: equal symbols are equal texts (or two
 * identifiers, or two numbers, where the channel looks no closer).
 */
export interface VerifiedStream {
  symbol: Int32Array
  /** The token each symbol came from. */
  token: Int32Array
}

const IDENTIFIER = -2
const NUMBER = -3

/** @param ids the dictionary's id of each token, UNKNOWN for texts that no original holds */
export function verifiedStream(
  count: number,
  kindAt: (token: number) => number,
  idAt: (token: number) => number,
  channel: Channel,
): VerifiedStream {
  const symbol = new Int32Array(count * 2)
  const token = new Int32Array(count * 2)
  const length = projectKinds(count, kindAt, channel, (at, from, what) => {
    token[at] = from
    const id = idAt(from)
    if (what === 'identifier') symbol[at] = IDENTIFIER
    else if (what === 'number') symbol[at] = NUMBER
    else if (id < 0) symbol[at] = id
    else symbol[at] = id * 2 + (isText(kindAt(from)) ? 1 : 0)
  })
  return { symbol: symbol.subarray(0, length), token: token.subarray(0, length) }
}

function isText(kind: number): boolean {
  return kind === Kind.string || kind === Kind.importText
}

export function variantStream(index: WorkIndex, variant: number, channel: Channel): VerifiedStream {
  const from = index.variants.tokenStart[variant]!
  const to = index.variants.tokenStart[variant + 1]!
  const packed = index.tokens.subarray(from, to)
  return verifiedStream(
    to - from,
    (token) => packedKind(packed[token]!),
    (token) => packedId(packed[token]!),
    channel,
  )
}
