import { isBinary } from '../fingerprint/is-binary.ts'
import { withoutBorrowed } from '../original/borrowed-parts.ts'
import { coverGreedily } from './cover-greedily.ts'
import { listCandidates } from './list-candidates.ts'
import type { SearchableOriginal } from './list-candidates.ts'
import { planNames, type NameProbe } from './plan-names.ts'
import { readProbeMaterial } from './probe-material.ts'
import { Rarity } from './rarity.ts'

export interface Probe {
  /** As it is put into `q`. */
  query: string
  /** The original that it was taken from. */
  original: string
  /** What makes it a good question, in words. */
  why: string
  /** How many originals this probe and those before it would find. */
  coveredSoFar: number
}

export interface ProbePlan {
  probes: Probe[]
  /** Originals that no code search can find, with the reason. */
  notSearchable: { path: string; reason: string }[]
  /** Searches for repositories by name; plans that an earlier version made have none. */
  names?: NameProbe[]
  /** Of the claimed originals, how many a search can find at all, and how many these probes would find. */
  coverage: { originals: number; searchable: number; covered: number }
}

/** GitHub indexes files smaller than 384 KB (docs.github.com, "Searching code (legacy)"). */
const largestIndexed = 384 * 1024

/**
 * The code searches that find the most originals with the fewest questions. Only short, distinctive words are in
 * them, and nothing that a rule of `confidential.ts` recognises. The same originals give the same plan.
 */
export function planProbes(
  originals: Iterable<{ path: string; bytes: Uint8Array }>,
  { limit }: { limit: number },
): ProbePlan {
  const notSearchable: ProbePlan['notSearchable'] = []
  const searchable: SearchableOriginal[] = []
  const rarity = new Rarity()
  const described: { path: string; bytes: Uint8Array }[] = []
  let total = 0
  for (const { path, bytes } of originals) {
    total += 1
    if (/(?:^|\/)(?:package\.json|readme(?:\.\w+)?)$/i.test(path)) described.push({ path, bytes })
    const reason = refuse(bytes)
    // What somebody else wrote finds them and all who borrowed it too.
    const own = () => withoutBorrowed(path, new TextDecoder().decode(bytes), [])
    const material = reason === null ? readProbeMaterial(path, own(), rarity) : null
    if (material === null) notSearchable.push({ path, reason: reason ?? '' })
    else searchable.push({ path, bytes, material })
  }
  const { candidates, without } = listCandidates(searchable, rarity)
  notSearchable.push(...without)
  const chosen = coverGreedily(candidates, limit)
  const covered = new Set<number>()
  const probes = chosen.map(({ query, original, why, covers }) => {
    for (const number of covers) covered.add(number)
    return { query, original, why, coveredSoFar: covered.size }
  })
  return {
    probes,
    notSearchable,
    names: planNames(described),
    coverage: {
      originals: total,
      searchable: total - notSearchable.length,
      covered: probes.at(-1)?.coveredSoFar ?? 0,
    },
  }
}

function refuse(bytes: Uint8Array): string | null {
  if (bytes.length >= largestIndexed) return 'larger than 384 KB, which code search does not index'
  if (isBinary(bytes)) return 'binary, which code search does not index'
  return null
}
