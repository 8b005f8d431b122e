import { confidentialBy } from './confidential.ts'
import { mostDistinctive } from './distinctive-phrase.ts'
import { phraseQuery, wordRuns } from './query-words.ts'
import { Rarity } from './rarity.ts'

/** A search for repositories by what they are called, or by what they say of themselves. */
export interface NameProbe {
  /** As it is put into `q`. */
  query: string
  /** The original that it was taken from; null: the title of the work. */
  original: string | null
  why: string
}

/** One word that not every project uses; what it finds is few, or is not looked at. */
const fewestBits = 9
const mostPhrases = 2
const mostNames = 4

const everywhere = 'in:name,description,topics,readme'

/**
 * Searches for repositories that are called like the work's packages, or quote its read-mes: they find archived
 * repositories and such with files that are too large for code search. The same rules hold as for any other probe.
 */
export function planNames(originals: Iterable<{ path: string; bytes: Uint8Array }>): NameProbe[] {
  const rarity = new Rarity()
  const probes: (NameProbe | null)[] = []
  for (const { path, bytes } of originals) {
    if (/(?:^|\/)package\.json$/.test(path)) {
      const words = wordRuns(packageName(bytes)).flat()
      probes.push(nameProbe(words, everywhere, { original: path, why: 'the name of a package' }, rarity))
    } else if (/(?:^|\/)readme(?:\.\w+)?$/i.test(path)) {
      for (const { words } of phrasesOf(bytes, rarity))
        probes.push(nameProbe(words, 'in:readme', { original: path, why: 'words of a read-me' }, rarity))
    }
  }
  return firstOfEach(probes)
}

/** The title of the work comes before what its files say. */
export function withTitle(title: string, names: readonly NameProbe[]): NameProbe[] {
  const words = wordRuns(title).flat()
  const from = { original: null, why: 'the title of the work' }
  return firstOfEach([nameProbe(words, everywhere, from, new Rarity()), ...names])
}

function nameProbe(
  words: readonly string[],
  where: string,
  from: Omit<NameProbe, 'query'>,
  rarity: Rarity,
): NameProbe | null {
  const query = phraseQuery(words.map((word) => word.toLowerCase()))
  if (query === null || confidentialBy(query) !== null || rarity.ofPhrase(words) < fewestBits) return null
  return { query: `${query} ${where}`, ...from }
}

function firstOfEach(probes: readonly (NameProbe | null)[]): NameProbe[] {
  const byQuery = new Map<string, NameProbe>()
  for (const probe of probes) if (probe !== null && !byQuery.has(probe.query)) byQuery.set(probe.query, probe)
  return [...byQuery.values()].slice(0, mostNames)
}

/** Without the scope: whoever uploads a package anew hardly keeps it. */
function packageName(bytes: Uint8Array): string {
  try {
    const content = JSON.parse(new TextDecoder().decode(bytes)) as unknown
    const name = (content as { name?: unknown } | null)?.name
    return typeof name === 'string' ? name.replace(/^@[^/]*\//, '').replaceAll('-', ' ') : ''
  } catch {
    return ''
  }
}

function phrasesOf(bytes: Uint8Array, rarity: Rarity) {
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => confidentialBy(line) === null)
  return mostDistinctive(lines.flatMap(wordRuns), rarity).slice(0, mostPhrases)
}
