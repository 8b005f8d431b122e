/** One file that a search showed, as far as a query can tell it from others. */
export interface SeenFile {
  path: string
  /** GitHub's word for the language; null where it tells none. */
  language: string | null
}

export interface Split {
  by: 'extension' | 'size' | 'path' | 'language' | 'filename'
  /** Searches that together find what the one did. */
  parts: string[]
}

/** Larger files are in no index: 384 KB on github.com, 5 MB on an Enterprise Server. */
const largest = 5 * 1024 * 1024
/** Sizes are halved so often, which makes eight parts; each costs a search of a budget of nine a minute. */
const smallestShare = 1 / 8
/** The most frequent values get a search of their own, all others one together; a query takes five operators. */
const mostValues = 4
/** So many of these in one query; each stands for several searches more. */
const mostFacets = 3

type Facet = Exclude<Split['by'], 'size'>

const valueOf: Record<Facet, (file: SeenFile) => string | null> = {
  extension: ({ path }) => /\.([A-Za-z0-9]{1,16})$/.exec(path)?.[1]?.toLowerCase() ?? null,
  path: ({ path }) => /^([A-Za-z0-9_-]+)\//.exec(path)?.[1] ?? null,
  filename: ({ path }) => /(?:^|\/)([A-Za-z0-9_.-]+)$/.exec(path)?.[1] ?? null,
  language: ({ language }) => language,
}

/**
 * GitHub shows the first 1,000 results of a search. One that has more is asked again in parts: by what tells the files
 * that it showed apart, and by size. The parts leave nothing out, whatever the files are that were not shown. Null: it
 * was split often enough, or nothing tells them apart.
 */
export function splitQuery(query: string, seen: readonly SeenFile[]): Split | null {
  return (
    byValue(query, 'extension', seen) ??
    bySize(query) ??
    byValue(query, 'path', seen) ??
    byValue(query, 'filename', seen) ??
    byValue(query, 'language', seen)
  )
}

function byValue(query: string, by: Facet, seen: readonly SeenFile[]): Split | null {
  const used = facetsOf(query)
  if (used.includes(by) || used.length >= mostFacets) return null
  const values = seen.map(valueOf[by])
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  // With one value for all there is nothing to tell apart: the part would be as large as the whole.
  if (counts.size + (values.includes(null) ? 1 : 0) < 2) return null
  const chosen = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostValues)
    .map(([value]) => quoted(value))
  const rest = chosen.map((value) => `-${by}:${value}`).join(' ')
  return { by, parts: [...chosen.map((value) => `${query} ${by}:${value}`), `${query} ${rest}`] }
}

function quoted(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : `"${value.replaceAll('"', '')}"`
}

function bySize(query: string): Split | null {
  const [, words, from, to, more] = /^(.*?)(?: size:(\d+)\.\.(\d+)(.*))?$/s.exec(query)!
  const low = Number(from ?? 0)
  const high = Number(to ?? largest)
  // Sizes of files spread over powers of ten, not over bytes.
  const share = (Math.log2(high + 2) - Math.log2(low + 2)) / Math.log2(largest + 2)
  const middle = Math.floor(Math.sqrt((low + 2) * (high + 2))) - 2
  if (share <= smallestShare + 0.01 || middle < low || middle >= high) return null
  const at = (range: string) => `${words!} size:${range}${more ?? ''}`
  return { by: 'size', parts: [at(`${low}..${middle}`), at(`${middle + 1}..${high}`)] }
}

function facetsOf(query: string): string[] {
  const unquoted = query.replace(/"[^"]*"/g, '""')
  const named = [...unquoted.matchAll(/(?:^|\s)-?(extension|language|path|filename):/g)].map(
    ([, name]) => name!,
  )
  return [...new Set(named)]
}
