import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import { ContainerFault } from './container-fault.ts'
import { containerKind, isArchive } from './container-kind.ts'
import { openArchive, openInside } from './open-inside.ts'
import { look } from './parse-source.ts'
import { readFile } from './read-file.ts'
import { Reading } from './reading.ts'
import { skipped } from './source-entry.ts'
import type { SourceEntry } from './source-entry.ts'
import type { SourceLimits } from './source-limits.ts'
import { isWalked, walkDirectory } from './walk-directory.ts'
import { ClawbackError } from '../errors.ts'

export interface ReadPathsOptions {
  limits: SourceLimits
  signal?: AbortSignal | undefined
}

/**
 * Every file at or below the paths, for comparing: folders walked, archives and maps opened, also inside each
 * other. A path is the argument joined with the path below it; members of an archive are `ARCHIVE!path`.
 * What is given twice, or lies in a folder that is given, is looked at once. Each argument has the limits to itself,
 * and one that cannot be read is a line among the skipped.
 * @throws ClawbackError SOURCE_NOT_FOUND before anything is read, when an argument does not exist
 */
export async function* readPaths(
  paths: string[],
  { limits, signal }: ReadPathsOptions,
): AsyncGenerator<SourceEntry> {
  for (const path of paths) await look(path)
  const places = await Promise.all(paths.map((path) => realpath(path)))
  for (const [i, path] of paths.entries()) {
    const other = places.findIndex((place, j) => j !== i && covers(place, places[i]!, j < i))
    if (other >= 0) {
      yield skipped(path, `given twice: it is looked at as part of ${paths[other]!}`)
      continue
    }
    try {
      yield* readPath(path, new Reading(limits, signal))
    } catch (error) {
      if (!isAboutPath(error)) throw error
      yield skipped(path, `not read to its end: ${error.message}`)
    }
  }
}

/** Whether all of a place is looked at with another one. */
function covers(place: string, other: string, first: boolean): boolean {
  if (place === other) return first
  const folder = place.endsWith(sep) ? place : `${place}${sep}`
  return other.startsWith(folder) && isWalked(other.slice(folder.length))
}

async function* readPath(path: string, reading: Reading): AsyncGenerator<SourceEntry> {
  const stats = await look(path)
  const kind = containerKind(path)
  if (stats.isDirectory()) {
    const folder = path.replace(/\/+$/, '')
    for await (const entry of openInside(walkDirectory(path, reading), reading)) {
      yield prefixed(entry, `${folder}/`)
    }
  } else if (isArchive(kind)) {
    yield* openArchive({ file: path }, kind, path, reading, reading.limits.depth)
  } else {
    yield* openInside(oneFile(path, reading), reading)
  }
}

async function* oneFile(path: string, reading: Reading): AsyncGenerator<SourceEntry> {
  reading.countEntry()
  // What a person names may be a link; what is found below a folder may not.
  yield readFile(await realpath(path), path, reading)
}

function prefixed(entry: SourceEntry, prefix: string): SourceEntry {
  const path = `${prefix}${entry.path}`
  return entry.fromMap === undefined
    ? { ...entry, path }
    : { ...entry, path, fromMap: `${prefix}${entry.fromMap}` }
}

function isAboutPath(error: unknown): error is ClawbackError {
  return (
    error instanceof ContainerFault || (error instanceof ClawbackError && error.code === 'SOURCE_TOO_LARGE')
  )
}
