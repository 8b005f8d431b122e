import { channels, project, Stream } from '../fingerprint/channel.ts'
import { Tokens } from '../fingerprint/tokens.ts'
import type { Inside } from '../unwrap/inside.ts'
import { commonTokens } from './common-tokens.ts'
import { extendSeeds } from './extend-seeds.ts'
import { findSeeds, type Seed } from './find-seeds.ts'
import { judgeFile } from './judge-file.ts'
import { knownTokens, streamsOf } from './known-tokens.ts'
import { promisingSeeds } from './promising-seeds.ts'
import { shareOut } from './share-out.ts'
import { publicStopList } from './stop-list.ts'
import type { FileMatch } from './types.ts'
import type { WorkIndex } from './work-index.ts'

export const none: FileMatch = { class: 'none', strength: 'none', originals: [] }

/** Every k-gram that the tokens just read share with an original, whichever channel sees it. */
export function seedsOf(index: WorkIndex): Seed[] {
  const { tokens, stream } = scratchOf(index)
  const seeds: Seed[] = []
  for (const [channel, rules] of channels.entries()) {
    project(tokens, rules, stream)
    findSeeds(index, stream, rules, channel, seeds)
  }
  return seeds
}

/**
 * Looks for parts of originals among the tokens just read.
 * @param share what part of the file the tokens are, 0 to 1
 */
export function matchParts(
  index: WorkIndex,
  text: Inside,
  share: number,
  shared = seedsOf(index),
): FileMatch {
  const { tokens, stream } = scratchOf(index)
  const seeds = promisingSeeds(index, shared, tokens.count)
  if (seeds.length === 0) return none
  const common = commonTokens(tokens, publicStopList().grams, stream)
  const candidate = knownTokens(index, text, tokens, { share, common })
  const streams = streamsOf(index, tokens, candidate)
  const runs = extendSeeds(seeds, streams.candidate, streams.variant)
  return judgeFile(index, shareOut(index, runs, streams, candidate), candidate)
}

interface Scratch {
  tokens: Tokens
  stream: Stream
}

/** Buffers that are filled anew for each file; allocating them for each would cost more than reading it. */
const scratch = new WeakMap<WorkIndex, Scratch>()

export function scratchOf(index: WorkIndex): Scratch {
  let buffers = scratch.get(index)
  if (!buffers) {
    buffers = { tokens: new Tokens(), stream: new Stream() }
    scratch.set(index, buffers)
  }
  return buffers
}
