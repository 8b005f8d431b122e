import { Stream } from '../../fingerprint/channel.ts'
import { Tokens } from '../../fingerprint/tokens.ts'
import { Marks } from '../marks.ts'
import { AS_IS, COMMENTS, PASSAGES } from '../source-file.ts'
import type { WorkIndex } from '../work-index.ts'
import { findRareTexts, type RareTexts } from './rare-texts.ts'

/** What a closer look needs of an index, and buffers that are filled anew for each file. */
export interface Readings {
  rare: RareTexts
  /** The readings of each original's code. */
  code: ReadonlyMap<number, readonly number[]>
  /** The reading of its code as it is. */
  asIs: ReadonlyMap<number, number>
  /** The reading that holds the lines of its comments. */
  comments: ReadonlyMap<number, number>
  /** How many tokens and lines of comment an original has at most, however it is read. */
  lengths: Int32Array
  lines: Tokens
  stream: Stream
  /** Texts by id. */
  held: Marks
}

const known = new WeakMap<WorkIndex, Readings>()

/** Worked out when an index is first asked. */
export function readingsOf(index: WorkIndex): Readings {
  let readings = known.get(index)
  if (!readings) {
    readings = {
      rare: findRareTexts(index),
      ...variantsByOriginal(index),
      lines: new Tokens(),
      stream: new Stream(),
      held: new Marks(index.dictionary.hashes.length),
    }
    known.set(index, readings)
  }
  return readings
}

function variantsByOriginal({
  originals,
  variants,
  variantNames,
}: WorkIndex): Pick<Readings, 'code' | 'asIs' | 'comments' | 'lengths'> {
  const code = new Map<number, number[]>()
  const asIs = new Map<number, number>()
  const comments = new Map<number, number>()
  const lengths = new Int32Array(originals.length)
  const said = new Int32Array(originals.length)
  for (let variant = 0; variant < variants.original.length; variant++) {
    const original = variants.original[variant]!
    const name = variantNames[variants.name[variant]!]
    if (name === PASSAGES) continue
    const length = variants.tokenStart[variant + 1]! - variants.tokenStart[variant]!
    if (name === COMMENTS) {
      comments.set(original, variant)
      said[original] = length
      continue
    }
    if (name === AS_IS) asIs.set(original, variant)
    lengths[original] = Math.max(lengths[original]!, length)
    const known = code.get(original)
    if (known) known.push(variant)
    else code.set(original, [variant])
  }
  for (let original = 0; original < said.length; original++) lengths[original]! += said[original]!
  return { code, asIs, comments, lengths }
}
