import { channels } from '../fingerprint/channel.ts'
import type { Tokens } from '../fingerprint/tokens.ts'
import type { Inside } from '../unwrap/inside.ts'
import { closingLines } from './closing-lines.ts'
import type { CandidateTokens, Streams } from './evidence.ts'
import { pastLines } from './line-index.ts'
import { tokenId } from './token-dictionary.ts'
import { variantStream, verifiedStream, type VerifiedStream } from './verified-stream.ts'
import type { WorkIndex } from './work-index.ts'

/** Looks every token of the candidate up by its text: from here on, equal ids are equal texts. */
export function knownTokens(
  index: WorkIndex,
  { bytes, lines }: Inside,
  tokens: Tokens,
  parts: { share: number; common: Uint8Array },
): CandidateTokens {
  const ids = idsOf(index, bytes, tokens)
  const textOf = (id: number) => {
    const token = ids.indexOf(id)
    return token < 0
      ? ''
      : Buffer.from(bytes.subarray(tokens.start[token], tokens.end[token])).toString('utf8')
  }
  return {
    count: tokens.count,
    ...parts,
    kinds: tokens.kind,
    ids,
    textOf,
    lineOf: (token) => lines.lineOf(tokens.start[token]!),
    lineAfter: (token, breaks) => lines.lineOf(pastLines(bytes, tokens.start[token]!, breaks)),
    closingLines: (first, last) => closingLines(bytes, tokens, first, last),
  }
}

/** The dictionary's id of each token; UNKNOWN for a text that no original holds. */
export function idsOf({ dictionary }: WorkIndex, bytes: Uint8Array, tokens: Tokens): Int32Array {
  const ids = new Int32Array(tokens.count)
  for (let i = 0; i < tokens.count; i++)
    ids[i] = tokenId(dictionary, tokens.kind[i]!, tokens.hash[i]!, bytes, tokens.start[i]!, tokens.end[i]!)
  return ids
}

/** Each stream is made once, when first asked for. */
export function streamsOf(index: WorkIndex, tokens: Tokens, candidate: CandidateTokens): Streams {
  const theirs = new Map<number, VerifiedStream>()
  const ours = new Map<number, VerifiedStream>()
  const own = new Map<number, number>()
  return {
    ownOfCandidate(channel) {
      let count = own.get(channel)
      if (count === undefined) {
        count = 0
        for (const token of this.candidate(channel).token) if (candidate.common[token] === 0) count++
        own.set(channel, count)
      }
      return count
    },
    candidate(channel) {
      let stream = theirs.get(channel)
      if (!stream) {
        const { kind } = tokens
        stream = verifiedStream(
          candidate.count,
          (token) => kind[token]!,
          (token) => candidate.ids[token]!,
          channels[channel]!,
        )
        theirs.set(channel, stream)
      }
      return stream
    },
    variant(variant, channel) {
      const key = variant * channels.length + channel
      let stream = ours.get(key)
      if (!stream) {
        stream = variantStream(index, variant, channels[channel]!)
        ours.set(key, stream)
      }
      return stream
    },
  }
}
