import { ContainerFault } from './container-fault.ts'
import { containerKind, isArchive } from './container-kind.ts'
import { inlineSourceMap } from './inline-source-map.ts'
import { readTar } from './read-tar.ts'
import { readZip } from './read-zip.ts'
import type { Packed } from './packed.ts'
import type { Reading } from './reading.ts'
import { skipped } from './source-entry.ts'
import type { FileEntry, SourceEntry } from './source-entry.ts'
import { isSourceMap, readSourceMap } from './source-map.ts'

/**
 * Opens what lies inside the entries. An archive is replaced by its members (`ARCHIVE!path`); a source map, or a
 * bundle that carries one, stays as the file it is and its sources follow (`MAP!path`). What is damaged inside
 * becomes a skipped line; the limits hold for the whole read.
 */
export async function* openInside(
  entries: AsyncIterable<SourceEntry>,
  reading: Reading,
  depth = reading.limits.depth,
): AsyncGenerator<SourceEntry> {
  for await (const entry of entries) {
    if (entry.kind === 'skipped') yield entry
    else yield* openEntry(entry, reading, depth)
  }
}

/** The members of an archive, and what lies inside them, as `path!member`. */
export async function* openArchive(
  packed: Packed,
  kind: 'tar' | 'zip',
  path: string,
  reading: Reading,
  depth: number,
): AsyncGenerator<SourceEntry> {
  const members = kind === 'tar' ? readTar(packed, reading) : readZip(packed, reading)
  for await (const member of openInside(members, reading, depth)) {
    yield { ...member, path: `${path}!${member.path}` }
  }
}

async function* openEntry(entry: FileEntry, reading: Reading, depth: number): AsyncGenerator<SourceEntry> {
  const kind = containerKind(entry.path)
  if (isArchive(kind)) yield* openNested(entry, kind, reading, depth)
  else if (kind === 'unsupported')
    yield skipped(entry.path, 'packed in a form that is not opened; unpack it first')
  else if (kind === 'map' && isSourceMap(entry.bytes)) yield* withSources(entry, entry.bytes, reading)
  else yield* withSources(entry, inlineSourceMap(entry), reading)
}

async function* openNested(
  entry: FileEntry,
  kind: 'tar' | 'zip',
  reading: Reading,
  depth: number,
): AsyncGenerator<SourceEntry> {
  if (depth === 0) {
    yield skipped(entry.path, `an archive inside ${reading.limits.depth} others is not opened`)
    return
  }
  try {
    yield* openArchive({ bytes: entry.bytes }, kind, entry.path, reading, depth - 1)
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error
    yield skipped(entry.path, error.message)
  }
}

function* withSources(entry: FileEntry, map: Buffer | null, reading: Reading): Generator<SourceEntry> {
  yield entry
  if (map === null) return
  try {
    for (const source of mapEntries(map, reading)) {
      yield { ...source, path: `${entry.path}!${source.path}`, fromMap: entry.path }
    }
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error
    yield skipped(entry.path, error.message)
  }
}

/** The sources of a map as entries. @throws ContainerFault SOURCE_MAP_INVALID */
export function* mapEntries(map: Buffer, reading: Reading): Generator<SourceEntry> {
  for (const { path, bytes, reason, ignoreListed } of readSourceMap(map)) {
    reading.countEntry()
    const refusal = bytes === null ? reason : reading.refuseSize(bytes.length, reading.limits.fileBytes)
    if (bytes === null || refusal !== null) {
      yield skipped(path, refusal ?? reason)
      continue
    }
    reading.countBytes(bytes.length)
    yield { kind: 'file', path, bytes, ...(ignoreListed ? { ignoreListed } : {}) }
  }
}
