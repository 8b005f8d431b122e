import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finishProgram, startProgram } from '../../server/sources/run-program.ts'
import type { PackageCache } from './fetch-package.ts'

/** What any kit calls source; and the settings by which a generated client is known. */
const KEPT = ['*.ts', '*.tsx', '*.mts', '*.cts', '*.js', '*.jsx', '*.mjs', '*.cjs', '*.py', '*.go']
const SETTINGS = 'package.json'
/** Larger files are data, or bundles of what others wrote. */
const LARGEST_BYTES = 1_000_000

interface Repository {
  /** `OWNER/NAME`, as the host spells it. */
  name: string
  commit: string
}

/** @returns undefined when the name is not of the form `github:OWNER/NAME@COMMIT` */
export function parseRepository(spec: string): Repository | undefined {
  const found = /^github:([\w.-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(spec)
  return found ? { name: found[1]!, commit: found[2]! } : undefined
}

/**
 * Fetches one commit of a public repository and keeps its source files as an archive.
 * @throws Error when git or the host refuses
 */
export async function fetchRepository(
  { name, commit }: Repository,
  archive: string,
  cache: PackageCache,
): Promise<void> {
  const folder = await mkdtemp(join(cache.folder, 'repository-'))
  try {
    await git(folder, cache, 'init', '--bare', '--quiet')
    await git(
      folder,
      cache,
      'fetch',
      '--quiet',
      '--depth=1',
      `${cache.repositories ?? 'https://github.com'}/${name}`,
      commit,
    )
    await archiveSources(folder, commit, archive, cache)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The source files of a commit as a compressed archive, in the shape of npm's. */
export async function archiveSources(
  repository: string,
  commit: string,
  archive: string,
  cache: PackageCache,
): Promise<void> {
  const listed = await git(repository, cache, 'ls-tree', '-r', '-z', '-l', '--full-tree', commit)
  const entries = listed
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      // "<mode> SP <type> SP <id> SP <size, padded> TAB <path>"; git-ls-tree(1), output format
      const tab = line.indexOf('\t')
      return { size: Number(line.slice(0, tab).split(/ +/)[3]), path: line.slice(tab + 1) }
    })
  // A pattern that nothing fits would make git refuse them all.
  const kept = KEPT.filter((pattern) => entries.some(({ path }) => path.endsWith(pattern.slice(1)))).map(
    (pattern) => `:(glob)**/${pattern}`,
  )
  const settings = entries.filter(({ path }) => path === SETTINGS).map(({ path }) => `:(literal)${path}`)
  const tooLarge = entries
    .filter(({ size, path }) => !(size <= LARGEST_BYTES) && KEPT.some((end) => path.endsWith(end.slice(1))))
    .map(({ path }) => `:(exclude,literal)${path}`)
  const output = ['--format=tar.gz', '--prefix=package/', `--output=${archive}.part`]
  await git(repository, cache, 'archive', ...output, commit, '--', ...kept, ...settings, ...tooLarge)
  // Renamed when whole: an interrupted run leaves no half archive behind.
  await rename(`${archive}.part`, archive)
}

async function git(folder: string, { environment }: PackageCache, ...args: string[]): Promise<string> {
  const own = Object.entries(environment).filter(([name]) => !/^GIT_(?!CONFIG)/.test(name))
  const child = startProgram('git', ['-C', folder, ...args], {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  })
  const { exit, output, errors } = await finishProgram(child, 'git')
  if (exit !== 0) throw new Error(`git ${args[0]!} failed: ${errors.trim()}`)
  return output
}
