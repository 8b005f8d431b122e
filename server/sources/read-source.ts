import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { ClawbackError } from '../errors.ts'
import { fetchNpmPackage } from './npm-package.ts'
import type { NpmPlace } from './npm-package.ts'
import { mapEntries, openInside } from './open-inside.ts'
import { parseSource } from './parse-source.ts'
import type { Source } from './parse-source.ts'
import { readFile } from './read-file.ts'
import { readGit } from './read-git.ts'
import { Reading } from './reading.ts'
import { readTar } from './read-tar.ts'
import { readZip } from './read-zip.ts'
import type { FileEntry, SourceEntry } from './source-entry.ts'
import type { SourceLimits } from './source-limits.ts'
import { surveySource, withOrigins } from './survey-source.ts'
import { walkDirectory } from './walk-directory.ts'

export interface ReadSourceOptions extends NpmPlace {
  limits: SourceLimits
  signal?: AbortSignal | undefined
}

/**
 * Every file of a work's SOURCE, one at a time, with the sources that its maps hold; what is not read has its line.
 * A source is read twice: the first time finds out whether it is whole and which files were generated from others,
 * so that nothing comes out of a damaged archive, a wrong integrity, or a source beyond the limits.
 * Nothing is written to disk, but for a package while npm fetches it.
 * @throws ClawbackError SOURCE_NOT_FOUND, SOURCE_INVALID, SOURCE_UNREADABLE, SOURCE_TOO_LARGE, ARCHIVE_CORRUPT, ARCHIVE_BOMB,
 *   SOURCE_MAP_INVALID, and those of readGit and fetchNpmPackage
 */
export async function* readSource(source: string, options: ReadSourceOptions): AsyncGenerator<SourceEntry> {
  const read = await openSource(await parseSource(source), options)
  const survey = await surveySource(read())
  yield* withOrigins(read(), survey)
}

/** A function that reads the source from its beginning each time. */
async function openSource(
  source: Source,
  options: ReadSourceOptions,
): Promise<() => AsyncIterable<SourceEntry>> {
  const reader = await readerOf(source, options)
  return () => {
    const reading = new Reading(options.limits, options.signal)
    const entries = reader(reading)
    return source.kind === 'map' ? entries : openInside(entries, reading)
  }
}

async function readerOf(
  source: Source,
  options: ReadSourceOptions,
): Promise<(r: Reading) => AsyncIterable<SourceEntry>> {
  switch (source.kind) {
    case 'directory':
      return (reading) => walkDirectory(source.path, reading)
    case 'tar':
      return (reading) => readTar({ file: source.path }, reading)
    case 'zip':
      return (reading) => readZip({ file: source.path }, reading)
    case 'map':
      return (reading) => readMapFile(source.path, reading)
    case 'file':
      return (reading) => readOneFile(source.path, reading)
    case 'git':
      return (reading) => readGit(source.path, source.ref, options.environment, reading)
    case 'npm': {
      const bytes = await fetchNpmPackage(source.package, options)
      return (reading) => readTar({ bytes }, reading)
    }
  }
}

async function* readMapFile(path: string, reading: Reading): AsyncGenerator<SourceEntry> {
  for await (const { bytes } of readOneFile(path, reading)) yield* mapEntries(bytes, reading)
}

/** @throws ClawbackError SOURCE_UNREADABLE: when the only file is skipped, there is no source. */
async function* readOneFile(path: string, reading: Reading): AsyncGenerator<FileEntry> {
  // What a person names may be a link; what is found below a folder may not.
  const entry = readFile(await realpath(path), basename(path), reading)
  if (entry.kind === 'skipped') {
    throw new ClawbackError(
      'SOURCE_UNREADABLE',
      `${basename(path)} was not read: ${entry.reason}.`,
      'Check that you may read it; a file beyond the limit can be cut into parts.',
    )
  }
  yield entry
}
