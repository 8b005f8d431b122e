import type { ProbeCandidate } from './cover-greedily.ts'
import { perKind } from './distinctive-phrase.ts'
import { Offers } from './offers.ts'
import type { Offer } from './offers.ts'
import { readLinePhrases } from './probe-material.ts'
import type { ProbeMaterial } from './probe-material.ts'
import { allOfQuery, phraseQuery } from './query-words.ts'
import type { Rarity } from './rarity.ts'

export interface SearchableOriginal {
  path: string
  bytes: Uint8Array
  material: ProbeMaterial
}

/** Above this two authors hardly choose a name alike: three uncommon parts, or two and three common ones. */
const nameBits = 26
/** A name that does its part beside others. */
const lesserNameBits = 9
/** Each name more is one more that a copy may have changed. */
const mostTogether = 5
/** Every question worth choosing from, and the originals for which there is none. */
export function listCandidates(
  originals: readonly SearchableOriginal[],
  rarity: Rarity,
): {
  candidates: ProbeCandidate[]
  without: { path: string; reason: string }[]
} {
  const offers = new Offers(rarity)
  const places = placesOfNames(originals, rarity)
  for (const [name, finds] of places) {
    if (rarity.ofWord(name) >= nameBits) offers.add(phraseQuery([name]), 'a name', [name], finds)
  }
  originals.forEach(({ material }, number) => {
    offers.addPhrases(material.messages, 'words of a message', number)
    for (const names of groupNames(material, places, rarity)) {
      offers.add(allOfQuery(names), 'names that occur together', names, together(names, places))
    }
  })
  const reachedWell = reach(offers.usable())
  originals.forEach(({ path, bytes }, number) => {
    if (reachedWell.has(number)) return
    offers.addPhrases(
      readLinePhrases(path, new TextDecoder().decode(bytes), rarity),
      'words of a line',
      number,
    )
  })
  const kept = offers.best()
  const reached = reach(kept)
  return {
    candidates: kept.map((one) => describe(one, originals)),
    without: originals
      .filter((_, number) => !reached.has(number))
      .map(({ path, material }) => ({ path, reason: whyNone(material) })),
  }
}

/** Where each name that the work itself declares occurs. A name that stands beside a secret somewhere is left out. */
function placesOfNames(originals: readonly SearchableOriginal[], rarity: Rarity): Map<string, Set<number>> {
  const places = new Map<string, Set<number>>()
  for (const { material } of originals) {
    for (const name of material.declared)
      if (rarity.ofWord(name) >= lesserNameBits) places.set(name, new Set())
  }
  for (const { material } of originals) for (const word of material.confidentialWords) places.delete(word)
  originals.forEach(({ bytes }, number) => {
    const words = new TextDecoder().decode(bytes).match(/[A-Za-z_]\w{2,}/g) ?? []
    for (const word of words) places.get(word)?.add(number)
  })
  return places
}

/** An original's own lesser names, the rarest first, as few at a time as are distinctive together. */
function groupNames(
  { declared }: ProbeMaterial,
  places: Map<string, Set<number>>,
  rarity: Rarity,
): string[][] {
  const names = declared.filter((name) => places.has(name) && rarity.ofWord(name) < nameBits)
  const groups: string[][] = []
  let group: string[] = []
  for (const name of names) {
    group.push(name)
    if (rarity.ofPhrase(group) >= nameBits) {
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
