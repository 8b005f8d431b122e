import { Kind } from '../fingerprint/tokens.ts'
import type { Run } from './extend-seeds.ts'
import type { VerifiedStream } from './verified-stream.ts'

/** A run with less of what makes code (operators, keywords, plain names) is a table: keys, texts, numbers. */
const CODE_SHARE = 0.15
/** A run of little but words is prose, a query or a page; a table has a value beside each name. */
const PROSE_SHARE = 0.9

/**
 * Whether a run lies in a table of names and values (paper sizes, error codes, HTML entities), as the candidate
 * has it. Prose is no table: there words are all there is.
 */
export function isTable(kinds: Uint8Array, theirs: VerifiedStream, run: Run): boolean {
  const first = theirs.token[run.candidate]!
  const last = theirs.token[run.candidate + run.length - 1]!
  let code = 0
  let words = 0
  for (let token = first; token <= last; token++) {
    const kind = kinds[token]
    if (kind === Kind.operator || kind === Kind.keyword || kind === Kind.lastingKeyword || kind === Kind.name)
      code++
    else if (kind === Kind.property) words++
  }
  const length = last - first + 1
  return words < length * PROSE_SHARE && code < length * CODE_SHARE
}
