import { access, mkdir, rename, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchNpmPackage, parsePackageName } from '../../server/sources/npm-package.ts'
import { readSource } from '../../server/sources/read-source.ts'
import { defaultSourceLimits } from '../../server/sources/source-limits.ts'

export interface PackageFile {
  path: string
  bytes: Buffer
}

/** Where packages are kept, and the environment that npm fetches them in. */
export interface PackageCache {
  folder: string
  environment: NodeJS.Dict<string>
}

/** All sets together take less than this, tools included. */
const NEEDED_BYTES = 2e9
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
    throw new Error(`${cache.folder} has less than 2 GB left; give another folder with --cache`)
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
 * Every file of a package by exact version, sources inside its maps and archives too. The archive is kept, so that
 * a second run needs no registry.
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
  const at = spec.lastIndexOf('@')
  const archive = join(
    cache.folder,
    `${spec.slice(0, at).replace(/^@/, '').replace('/', '-')}-${spec.slice(at + 1)}.tgz`,
  )
  const isThere = await access(archive).then(
    () => true,
    () => false,
  )
  if (isThere) return archive
  const bytes = await fetchNpmPackage(parsePackageName(spec), {
    environment: cache.environment,
    scratchFolder: cache.folder,
  })
  // Renamed when whole: an interrupted run leaves no half archive behind.
  await writeFile(`${archive}.part`, bytes)
  await rename(`${archive}.part`, archive)
  return archive
}
