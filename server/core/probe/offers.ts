import { confidentialBy } from './confidential.ts'
import { perKind } from './distinctive-phrase.ts'
import type { Phrase } from './distinctive-phrase.ts'
import { phraseQuery } from './query-words.ts'
import type { Rarity } from './rarity.ts'

/**
 * A name in more originals than this is no probe: the results end at 1,000, and each copy of the work would fill
 * them with itself.
 */
const mostShared = 12

/** A question, and the originals (by number) that it would find. */
export interface Offer {
  query: string
  kind: string
  bits: number
  finds: Set<number>
}

/** Collects questions; the same question from several originals finds them all. */
export class Offers {
  readonly #byQuery = new Map<string, Offer>()
  readonly #rarity: Rarity

  constructor(rarity: Rarity) {
    this.#rarity = rarity
  }

  add(query: string | null, kind: string, words: readonly string[], finds: Iterable<number>): void {
    if (query === null || confidentialBy(query) !== null) return
    const key = query.toLowerCase()
    const known = this.#byQuery.get(key) ?? {
      query,
      kind,
      bits: this.#rarity.ofPhrase(words),
      finds: new Set(),
    }
    for (const number of finds) known.finds.add(number)
    this.#byQuery.set(key, known)
  }

  addPhrases(phrases: readonly Phrase[], kind: string, number: number): void {
    for (const { words } of phrases) this.add(phraseQuery(words), kind, words, [number])
  }

  usable(): Offer[] {
    return [...this.#byQuery.values()].filter(({ finds }) => finds.size <= mostShared)
  }

  /** The rarest few of each kind for each original, and all that find several. */
  best(): Offer[] {
    const taken = new Map<string, number>()
    return this.usable()
      .sort((a, b) => b.bits - a.bits || (a.query < b.query ? -1 : 1))
      .filter(({ kind, finds }) => {
        if (finds.size > 1) return true
        const key = `${kind} ${[...finds].join()}`
        const count = (taken.get(key) ?? 0) + 1
        taken.set(key, count)
        return count <= perKind
      })
  }
}
