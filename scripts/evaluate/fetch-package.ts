import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchNpmPackage, parsePackageName } from '../../server/sources/npm-package.ts'
import { readSource } from '../../server/sources/read-source.ts'
import { defaultSourceLimits } from '../../server/sources/source-limits.ts'

export interface PackageFile {
  path: string
  bytes: Buffer
}

/**
 * Every file of a package by exact version, sources inside its maps too. The archive is kept in `cache`, so that a
 * second run needs no registry.
 */
export async function packageFiles(
  spec: string,
  cache: string,
  environment: NodeJS.Dict<string>,
): Promise<PackageFile[]> {
  const archive = await fetchArchive(spec, cache, environment)
  const files: PackageFile[] = []
  const options = { limits: defaultSourceLimits, environment, scratchFolder: cache }
  for await (const entry of readSource(archive, options))
    if (entry.kind === 'file') files.push({ path: entry.path.replace(/^package\//, ''), bytes: entry.bytes })
  return files
}

async function fetchArchive(spec: string, cache: string, environment: NodeJS.Dict<string>): Promise<string> {
  const at = spec.lastIndexOf('@')
  const archive = join(
    cache,
    `${spec.slice(0, at).replace(/^@/, '').replace('/', '-')}-${spec.slice(at + 1)}.tgz`,
  )
  const isThere = await readFile(archive).then(
    () => true,
    () => false,
  )
  if (isThere) return archive
  await mkdir(cache, { recursive: true })
  const bytes = await fetchNpmPackage(parsePackageName(spec), { environment, scratchFolder: cache })
  // Renamed when whole: an interrupted run leaves no half archive behind.
  await writeFile(`${archive}.part`, bytes)
  await rename(`${archive}.part`, archive)
  return archive
}
