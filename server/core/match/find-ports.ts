import type { Language } from '../fingerprint/language.ts'
import type { Tokens } from '../fingerprint/tokens.ts'
import { countBits } from './count-bits.ts'
import { portKeys, type PortKey } from './port-keys.ts'
import { firstRow } from './port-table.ts'
import { byEvidence } from './segments.ts'
import type { OriginalMatch } from './types.ts'
import type { WorkIndex } from './work-index.ts'

/** No passage is shared, so more must be said by names and texts than for a copy. */
const PORT_BITS = 60
/** Two programs for one interface share its names; a translation shares most of the file's. */
const PORT_SHARE = 0.4
/** A translator goes through the file from top to bottom. */
const IN_ORDER = 0.6
/** An interface prescribes names, hardly ever messages. */
const LEAST_TEXTS = 2
const LEAST_NAMES = 6

/**
 * Originals that the file may be a translation of: it is in another language, shares their names and texts and has
 * them in the same order. Never more than weak: what is protected about a translated program is for counsel to say.
 *
 * true: the same class in Python, its messages kept, its names in snake case → port.
 * false: another client of the same interface: the interface's names, messages and order of its own → none.
 */
export function findPorts(
  index: WorkIndex,
  language: Language,
  bytes: Uint8Array,
  tokens: Tokens,
): OriginalMatch[] {
  if (language.names === 'kept' || !index.portLanguages.some((other) => other !== language.name)) return []
  const shared = sharedKeys(index, portKeys(bytes, tokens), language.name)
  const matches: OriginalMatch[] = []
  for (const [original, keys] of shared) {
    const match = judgePort(index, original, keys, bytes, tokens)
    if (match) matches.push(match)
  }
  return matches.sort(byEvidence)
}

interface SharedKey extends PortKey {
  id: number
  place: number
}

/** By original: the keys that the file shares with it, in the file's order. */
function sharedKeys(index: WorkIndex, keys: readonly PortKey[], language: string): Map<number, SharedKey[]> {
  const { ports } = index
  const shared = new Map<number, SharedKey[]>()
  for (const key of keys)
    for (let row = firstRow(ports, key); ports.high[row] === key.high && ports.low[row] === key.low; row++) {
      const original = ports.original[row]!
      const entry = index.originals[original]!
      if (entry.public || entry.language === language) continue
      const found = { ...key, id: ports.id[row]!, place: ports.place[row]! }
      const known = shared.get(original)
      if (known) known.push(found)
      else shared.set(original, [found])
    }
  return shared
}

function judgePort(
  index: WorkIndex,
  original: number,
  keys: readonly SharedKey[],
  bytes: Uint8Array,
  tokens: Tokens,
): OriginalMatch | undefined {
  const texts = keys.filter(({ isText }) => isText)
  if (texts.length < LEAST_TEXTS || keys.length - texts.length < LEAST_NAMES) return undefined
  const entry = index.originals[original]!
  const { bits, ranked } = countBits(
    index,
    keys.map(({ id }) => id),
  )
  const share = Math.min(1, bits / Math.max(1, entry.portBits))
  const inOrder = longestRise(keys.map(({ place }) => place))
  if (bits < PORT_BITS || share < PORT_SHARE || inOrder < keys.length * IN_ORDER) return undefined
  const rarest = ranked
    .slice(0, SHOWN)
    .map((id) => keys.find((key) => key.id === id)!)
    .map(({ token }) => `“${textOf(bytes, tokens, token)}”`)
  return {
    path: entry.path,
    class: 'port',
    strength: 'weak',
    bits: Math.round(bits),
    ofOriginal: share,
    ofCandidate: 0,
    ranges: [],
    reason:
      `Another language, no passage copied; ${keys.length} names and texts of the original, ` +
      `${inOrder} of them in its order, ${texts.length} of them texts, give ${Math.round(bits)} bits, ` +
      `${Math.round(share * 100)} % of what the original has; rarest shared: ${rarest.join(', ')}.`,
  }
}

const SHOWN = 5
const LONGEST_SHOWN = 40

function textOf(bytes: Uint8Array, tokens: Tokens, token: number): string {
  const text = Buffer.from(bytes.subarray(tokens.start[token], tokens.end[token])).toString('utf8')
  return text.slice(0, LONGEST_SHOWN)
}

/** How many of the numbers, at most, can be picked so that they rise in the order they stand in. */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = []
  for (const number of numbers) {
    const at = ends.findIndex((end) => end >= number)
    if (at < 0) ends.push(number)
    else ends[at] = number
  }
  return ends.length
}
