import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ClawbackError } from '../errors.ts'
import { hasIntegrity } from './integrity.ts'
import { finishProgram, startProgram } from './run-program.ts'

export interface NpmPlace {
  /** npm takes registry, scopes, credentials, proxy and certificates from here and from its .npmrc files. */
  environment: NodeJS.Dict<string>
  /** The package lies in a folder made in here while it is fetched, and is then removed. */
  scratchFolder: string
}

export interface PackageName {
  name: string
  version: string
}

const dist = z.object({ integrity: z.string().optional(), shasum: z.string().optional() })
const npmError = z.object({ error: z.object({ code: z.string().nullish(), summary: z.string().nullish() }) })

/**
 * The packed package as the registry serves it. npm itself fetches it, so that what works for `npm install` works
 * here; the registry's integrity is checked again on the bytes that are returned.
 * @throws ClawbackError NPM_PACKAGE_NOT_FOUND, NPM_REFUSED, NPM_UNREACHABLE, NPM_INTEGRITY_WRONG, NPM_FAILED
 */
export async function fetchNpmPackage({ name, version }: PackageName, place: NpmPlace): Promise<Buffer> {
  const spec = `${name}@${version}`
  await mkdir(place.scratchFolder, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(place.scratchFolder, 'npm-'))
  try {
    const npm = (...args: string[]) =>
      runNpm([...args, '--cache', join(folder, 'cache')], spec, place.environment)
    const expected = dist.safeParse(parseJson(await npm('view', spec, 'dist')))
    if (!expected.success) throw notFound(spec)
    await npm('pack', spec, '--ignore-scripts', '--pack-destination', folder)
    const file = (await readdir(folder)).find((child) => child.endsWith('.tgz'))
    if (file === undefined) throw failed(spec, 'it left no package behind')
    const bytes = await readFile(join(folder, file))
    if (!hasIntegrity(bytes, expected.data)) throw wrongIntegrity(spec)
    return bytes
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** NAME@VERSION with an exact version. @throws ClawbackError SOURCE_INVALID */
export function parsePackageName(spec: string): PackageName {
  const found = /^((?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*)@(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/i.exec(
    spec,
  )
  if (!found) {
    throw new ClawbackError(
      'SOURCE_INVALID',
      `npm:${spec} does not name one version of a package.`,
      'Give the exact version, like npm:@acme/orbit@2.1.0; evidence must not depend on what "latest" is today.',
    )
  }
  return { name: found[1]!, version: found[2]! }
}

const steady = [
  '--json',
  '--loglevel',
  'error',
  '--fetch-retry-mintimeout',
  '500',
  '--fetch-retry-maxtimeout',
  '4000',
]

async function runNpm(args: string[], spec: string, environment: NodeJS.Dict<string>): Promise<string> {
  const { exit, output } = await finishProgram(startProgram('npm', [...args, ...steady], environment), 'npm')
  if (exit === 0) return output
  const told = npmError.safeParse(parseJson(output))
  throw explain(spec, told.data?.error.code ?? '')
}

function explain(spec: string, code: string): ClawbackError {
  if (['E404', 'ETARGET'].includes(code)) return notFound(spec)
  if (code === 'EINTEGRITY') return wrongIntegrity(spec)
  if (['E401', 'E403', 'ENEEDAUTH'].includes(code)) {
    return new ClawbackError(
      'NPM_REFUSED',
      `The registry did not let npm read ${spec} (${code}).`,
      'Sign npm in (`npm login`) or correct the token in .npmrc; Clawback uses what npm uses.',
    )
  }
  if (/^E(CONN|TIMEDOUT|NOTFOUND|AI_AGAIN|SOCKET|5\d\d|NETUNREACH|HOSTUNREACH)/.test(code)) {
    return new ClawbackError(
      'NPM_UNREACHABLE',
      `The registry could not be reached for ${spec} (${code}).`,
      'Check the connection and `npm config get registry`, then run the same command again.',
      { exitCode: 3 },
    )
  }
  return failed(spec, code === '' ? 'npm gave no reason' : code)
}

function notFound(spec: string): ClawbackError {
  return new ClawbackError(
    'NPM_PACKAGE_NOT_FOUND',
    `The registry has no ${spec}, or does not show it to you.`,
    'Check name and version with `npm view NAME versions`; a private package needs npm to be signed in.',
  )
}

function wrongIntegrity(spec: string): ClawbackError {
  return new ClawbackError(
    'NPM_INTEGRITY_WRONG',
    `What was downloaded as ${spec} is not what the registry says it is: the integrity hash differs.`,
    'Nothing was taken in. Look for a proxy or mirror that alters packages, then try again.',
  )
}

function failed(spec: string, reason: string): ClawbackError {
  return new ClawbackError(
    'NPM_FAILED',
    `npm could not fetch ${spec} (${reason}).`,
    `Run \`npm pack ${spec}\` to see why; its .tgz can be given as SOURCE.`,
  )
}

function parseJson(output: string): unknown {
  try {
    return JSON.parse(output)
  } catch {
    return null
  }
}
