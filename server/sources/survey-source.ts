import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { linkedSourceMap } from './inline-source-map.ts'
import { skipped } from './source-entry.ts'
import type { FileEntry, SourceEntry } from './source-entry.ts'

/** What only a look at the whole source can tell about one of its files. */
export interface Survey {
  /** The map that holds the sources of a generated file, by the file's path. */
  mapOf: Map<string, string>
  /** Where a text is first met outside the map that holds it again: by digest, the path and its map. */
  places: Map<string, { path: string; map: string | undefined }>
}

/** Reads everything once. Its cost is one more pass; its gain is that a damaged source yields nothing. */
export async function surveySource(entries: AsyncIterable<SourceEntry>): Promise<Survey> {
  const places: Survey['places'] = new Map()
  const links = new Map<string, string>()
  const balance = new Map<string, number>()
  for await (const entry of entries) {
    if (entry.fromMap !== undefined) {
      const held = entry.kind === 'file' ? 1 : -1
      balance.set(entry.fromMap, (balance.get(entry.fromMap) ?? 0) + held)
    }
    if (entry.kind === 'skipped') continue
    const key = placeKey(entry)
    const known = places.get(key)
    // A file as such is a better place for a text than a map that repeats it.
    if (known === undefined || (known.map !== undefined && entry.fromMap === undefined)) {
      places.set(key, { path: entry.path, map: entry.fromMap })
    }
    if (entry.fromMap === undefined) links.set(entry.path, linkOf(entry))
  }
  return { places, mapOf: mapsOf(links, balance) }
}

/** Marks what was generated, and leaves out of a map what is already there under a path of its own. */
export async function* withOrigins(
  entries: AsyncIterable<SourceEntry>,
  survey: Survey,
): AsyncGenerator<SourceEntry> {
  for await (const entry of entries) {
    if (entry.kind === 'skipped') {
      yield entry
      continue
    }
    const place = survey.places.get(placeKey(entry))
    const generatedFrom = survey.mapOf.get(entry.path)
    if (entry.fromMap !== undefined && place !== undefined && place.map !== entry.fromMap) {
      yield { ...skipped(entry.path, `the same text as ${place.path}`), fromMap: entry.fromMap }
    } else if (entry.fromMap === undefined && generatedFrom !== undefined) {
      yield { ...entry, generatedFrom }
    } else yield entry
  }
}

/** A package often ships two builds of the same sources, each with maps, and the sources besides. */
function placeKey({ path, bytes }: FileEntry): string {
  return `${createHash('sha1').update(bytes).digest('base64')} ${posix.basename(path)}`
}

function linkOf(entry: FileEntry): string {
  const link = linkedSourceMap(entry)
  return link === null || link.startsWith('data:') ? '' : posix.join(posix.dirname(entry.path), link)
}

/**
 * A file is generated when its map holds the text of most of the sources that it names: then these are the
 * originals. A map without texts explains nothing, and the built file is all there is of the work.
 */
function mapsOf(links: Map<string, string>, balance: Map<string, number>): Map<string, string> {
  const holding = new Set([...balance].filter(([, held]) => held > 0).map(([map]) => map))
  const found = new Map<string, string>()
  for (const [path, link] of links) {
    const map = [path, link, `${path}.map`].find((candidate) => holding.has(candidate))
    if (map !== undefined) found.set(path, map)
  }
  return found
}
