import { members, project, type Stream } from '../fingerprint/channel.ts'
import type { Tokens } from '../fingerprint/tokens.ts'
import { Fingerprints, winnow } from '../fingerprint/winnow.ts'
import type { GramSet } from './gram-table.ts'

/**
 * Marks the candidate's tokens that everyone has: helpers that compilers put into every output are no part of what
 * the file is, and a copy does not become a smaller part of it by being compiled.
 */
export function commonTokens(tokens: Tokens, everyones: GramSet, stream: Stream): Uint8Array {
  const common = new Uint8Array(tokens.count)
  const found = new Fingerprints()
  project(tokens, members, stream)
  winnow(stream, members, found)
  for (let i = 0; i < found.count; i++) {
    if (!everyones.has(found.high[i]!, found.low[i]!)) continue
    const first = found.position[i]!
    for (let at = first; at < first + members.k; at++) common[stream.token[at]!] = 1
  }
  return common
}
