import { access, mkdir, rename, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchNpmPackage, parsePackageName } from '../../server/sources/npm-package.ts'
import { readSource } from '../../server/sources/read-source.ts'
import { defaultSourceLimits } from '../../server/sources/source-limits.ts'
import { fetchRepository, parseRepository } from './fetch-repository.ts'

export interface PackageFile {
  path: string
  bytes: Buffer
}

/** Where packages are kept, and what npm and git fetch them with. */
export interface PackageCache {
  folder: string
  environment: NodeJS.Dict<string>
  /** Where `github:OWNER/NAME@COMMIT` is fetched from (default: https://github.com). */
  repositories?: string
}

/** All sets together take less than this, tools included. */
const NEEDED_BYTES = 4e9
const AT_ONCE = 4

/**
 * Fetches what is not in the cache yet, a few at a time.
 * @throws Error when the disk has no room for them; ClawbackError of fetchNpmPackage
 */
export async function fetchPackages(
  specs: readonly string[],
  cache: PackageCache,
  progress: (done: number) => void,
): Promise<void> {
  await mkdir(cache.folder, { recursive: true })
  const { bavail, bsize } = await statfs(cache.folder)
  if (bavail * bsize < NEEDED_BYTES)
    throw new Error(`${cache.folder} has less than 4 GB left; give another folder with --cache`)
  const queue = specs.values()
  let done = 0
  const fetch = async () => {
    for (const spec of queue) {
      await fetchArchive(spec, cache)
      progress(++done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetch))
}

/**
 * Every file of a package by exact version, sources inside its maps and archives too; of a repository its source
 * files. The archive is kept, so that a second run needs no network.
 */
export async function packageFiles(spec: string, cache: PackageCache): Promise<PackageFile[]> {
  const archive = await fetchArchive(spec, cache)
  const files: PackageFile[] = []
  const options = {
    limits: defaultSourceLimits,
    environment: cache.environment,
    scratchFolder: cache.folder,
  }
  for await (const entry of readSource(archive, options))
    if (entry.kind === 'file') files.push({ path: entry.path.replace(/^package\//, ''), bytes: entry.bytes })
  return files
}

async function fetchArchive(spec: string, cache: PackageCache): Promise<string> {
  const archive = archiveOf(spec, cache)
  const isThere = await access(archive).then(
    () => true,
    () => false,
  )
  if (isThere) return archive
  const repository = parseRepository(spec)
  if (repository) {
    await fetchRepository(repository, archive, cache)
    return archive
  }
  const bytes = await fetchNpmPackage(parsePackageName(spec), {
    environment: cache.environment,
    scratchFolder: cache.folder,
  })
  // Renamed when whole: an interrupted run leaves no half archive behind.
  await writeFile(`${archive}.part`, bytes)
  await rename(`${archive}.part`, archive)
  return archive
}

/** Where a package is kept. */
export function archiveOf(spec: string, cache: PackageCache): string {
  const at = spec.lastIndexOf('@')
  const name = spec.slice(0, at).replace(/^@/, '').replace(/[/:]/g, '-')
  return join(cache.folder, `${name}-${spec.slice(at + 1)}.tgz`)
}
