import { confidentialBy } from './confidential.ts'
import type { ProbeCandidate } from './cover-greedily.ts'
import type { ProbeMaterial } from './probe-material.ts'
import { allOfQuery, phraseQuery } from './query-words.ts'
import { phraseBits, wordBits } from './rarity.ts'

export interface SearchableOriginal {
  path: string
  material: ProbeMaterial
}

/** Above this two authors hardly choose a name alike: three uncommon parts, or two and three common ones. */
const nameBits = 26
/** A name that does its part beside others. */
const lesserNameBits = 9
/** Each name more is one more that a copy may have changed. */
const mostTogether = 5
/**
 * A name in more originals than this is no probe: the results end at 1,000, and each copy of the work would fill
 * them with itself.
 */
const mostShared = 12
/** Enough to choose from, for each original and kind. */
const perKind = 4

interface Offer {
  query: string
  kind: string
  bits: number
  finds: Set<number>
}

/** Every question worth choosing from, and the originals for which there is none. */
export function listCandidates(originals: readonly SearchableOriginal[]): {
  candidates: ProbeCandidate[]
  without: { path: string; reason: string }[]
} {
  const places = placesOfNames(originals)
  const offers = new Map<string, Offer>()
  const offer = (query: string | null, kind: string, bits: number, finds: Iterable<number>) => {
    if (query === null || confidentialBy(query) !== null) return
    const key = query.toLowerCase()
    const known = offers.get(key) ?? { query, kind, bits, finds: new Set() }
    for (const number of finds) known.finds.add(number)
    offers.set(key, known)
  }
  for (const [name, finds] of places) {
    if (wordBits(name) >= nameBits) offer(phraseQuery([name]), 'a name', wordBits(name), finds)
  }
  originals.forEach(({ material }, number) => {
    for (const words of material.messages)
      offer(phraseQuery(words), 'words of a message', phraseBits(words), [number])
    for (const names of groupNames(material, places)) {
      offer(allOfQuery(names), 'names that occur together', phraseBits(names), together(names, places))
    }
  })
  const usable = () => [...offers.values()].filter(({ finds }) => finds.size <= mostShared)
  const reachedByNames = reach(usable())
  originals.forEach(({ material }, number) => {
    if (reachedByNames.has(number)) return
    for (const words of material.lines)
      offer(phraseQuery(words), 'words of a line', phraseBits(words), [number])
  })
  const kept = keepBest(usable())
  const reached = reach(kept)
  return {
    candidates: kept.map((one) => describe(one, originals)),
    without: originals
      .filter((_, number) => !reached.has(number))
      .map(({ path, material }) => ({ path, reason: whyNone(material) })),
  }
}

/** Where each name that the work itself declares occurs. A name that stands beside a secret somewhere is left out. */
function placesOfNames(originals: readonly SearchableOriginal[]): Map<string, Set<number>> {
  const places = new Map<string, Set<number>>()
  for (const { material } of originals) {
    for (const name of material.declared) if (wordBits(name) >= lesserNameBits) places.set(name, new Set())
  }
  for (const { material } of originals) for (const word of material.confidentialWords) places.delete(word)
  originals.forEach(({ material }, number) => {
    for (const word of material.words) places.get(word)?.add(number)
  })
  return places
}

/** An original's own lesser names, the rarest first, as few at a time as are distinctive together. */
function groupNames({ declared }: ProbeMaterial, places: Map<string, Set<number>>): string[][] {
  const names = [...declared].filter((name) => places.has(name) && wordBits(name) < nameBits)
  names.sort((a, b) => wordBits(b) - wordBits(a) || (a < b ? -1 : 1))
  const groups: string[][] = []
  let group: string[] = []
  for (const name of names) {
    group.push(name)
    if (phraseBits(group) >= nameBits) {
      groups.push(group)
      group = []
    }
    if (groups.length === perKind || group.length === mostTogether) break
  }
  return groups
}

function together(names: readonly string[], places: Map<string, Set<number>>): number[] {
  const sets = names.map((name) => places.get(name) ?? new Set<number>())
  return [...sets[0]!].filter((number) => sets.every((set) => set.has(number)))
}

/** The rarest few of each kind for each original, and all that find several. */
function keepBest(offers: readonly Offer[]): Offer[] {
  const taken = new Map<string, number>()
  return [...offers]
    .sort((a, b) => b.bits - a.bits || (a.query < b.query ? -1 : 1))
    .filter(({ kind, finds }) => {
      if (finds.size > 1) return true
      const key = `${kind} ${[...finds].join()}`
      const count = (taken.get(key) ?? 0) + 1
      taken.set(key, count)
      return count <= perKind
    })
}

function reach(offers: readonly Offer[]): Set<number> {
  return new Set(offers.flatMap(({ finds }) => [...finds]))
}

function describe(
  { query, kind, bits, finds }: Offer,
  originals: readonly SearchableOriginal[],
): ProbeCandidate {
  const original = originals[Math.min(...finds)]!.path
  const where = finds.size === 1 ? 'one' : String(finds.size)
  return {
    query,
    original,
    why: `${kind}, in ${where} of ${originals.length} originals; ${bits} bits`,
    covers: finds,
    bits,
  }
}

function whyNone({ confidentialLines }: ProbeMaterial): string {
  return confidentialLines > 0
    ? `no name or line in it is distinctive enough, apart from ${confidentialLines} that must not be sent`
    : 'no name or line in it is distinctive enough to search for'
}
