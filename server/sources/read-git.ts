import { once } from 'node:events'
import { ClawbackError } from '../errors.ts'
import { ByteReader } from './byte-reader.ts'
import { containerKind } from './container-kind.ts'
import { refuseMemberPath } from './member-path.ts'
import type { Reading } from './reading.ts'
import { finishProgram, startProgram } from './run-program.ts'
import { skipped } from './source-entry.ts'
import type { SourceEntry } from './source-entry.ts'

interface TreeEntry {
  mode: string
  id: string
  size: number
  path: string
}

/** What another git, such as the hook that started us, says about its own repository must not redirect ours. */
function gitEnvironment(environment: NodeJS.Dict<string>): NodeJS.Dict<string> {
  const kept = Object.entries(environment).filter(([name]) => !/^GIT_(?!CONFIG)/.test(name))
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' }
}

/**
 * The files of a commit or tree, from the repository's objects: what is checked out plays no part, replaced
 * objects neither, and nothing is fetched.
 * @throws ClawbackError GIT_REF_UNKNOWN, GIT_FAILED, PROGRAM_NOT_FOUND
 */
export async function* readGit(
  repository: string,
  ref: string,
  environment: NodeJS.Dict<string>,
  reading: Reading,
): AsyncGenerator<SourceEntry> {
  const start = (...args: string[]) => {
    const safe = [
      '--no-replace-objects',
      '-c',
      'protocol.allow=never',
      '-c',
      'core.fsmonitor=false',
      '-C',
      repository,
    ]
    return startProgram('git', [...safe, ...args], gitEnvironment(environment))
  }
  const parsed = await finishProgram(
    start('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{tree}`),
    'git',
  )
  if (parsed.exit !== 0) throw parsed.errors === '' ? unknownRef(ref) : gitFailed(parsed.errors)

  const objects = start('cat-file', '--batch')
  const answers = new ByteReader(objects.stdout)
  try {
    for await (const entry of listTree(
      start('ls-tree', '-r', '-z', '-l', '--full-tree', parsed.output.trim()),
    )) {
      reading.countEntry()
      const refusal = refuseEntry(entry, reading)
      if (refusal !== null) yield skipped(entry.path, refusal)
      else {
        objects.stdin.write(`${entry.id}\n`)
        const bytes = await readObject(answers)
        reading.countBytes(bytes?.length ?? 0)
        if (bytes) yield { kind: 'file', path: entry.path, bytes }
        else yield skipped(entry.path, 'its object is missing from the repository')
      }
    }
  } finally {
    objects.stdin.end()
    if (objects.exitCode === null && objects.signalCode === null) {
      objects.kill()
      await once(objects, 'exit')
    }
  }
}

async function* listTree(listing: ReturnType<typeof startProgram>): AsyncGenerator<TreeEntry> {
  const ended = once(listing, 'exit')
  const lines = new ByteReader(listing.stdout)
  try {
    for (let line = await lines.until(0); line !== null; line = await lines.until(0)) {
      // "<mode> SP <type> SP <id> SP <size, padded> TAB <path>"; git-ls-tree(1), output format
      const tab = line.indexOf('\t')
      const [mode = '', , id = '', size = ''] = line.toString('utf8', 0, tab).split(/ +/)
      yield { mode, id, size: Number(size), path: line.toString('utf8', tab + 1) }
    }
    const [exit] = (await ended) as [number | null]
    if (exit !== 0) throw gitFailed('git ls-tree ended early')
  } finally {
    listing.kill()
  }
}

function refuseEntry({ mode, path, size }: TreeEntry, reading: Reading): string | null {
  if (mode === '120000') return 'a symbolic link, which is not followed'
  if (mode === '160000') return 'a submodule: another repository, which can be a source of its own'
  const { fileBytes, containerBytes } = reading.limits
  return (
    refuseMemberPath(path) ??
    reading.refuseSize(size, containerKind(path) === null ? fileBytes : containerBytes)
  )
}

/** "<id> SP blob SP <size> LF <contents> LF", or "<id> SP missing LF"; git-cat-file(1), batch output. */
async function readObject(answers: ByteReader): Promise<Buffer | null> {
  const head = await answers.until(0x0a)
  if (head === null) throw gitFailed('git cat-file ended early')
  const [, type, size] = head.toString().split(' ')
  if (type !== 'blob') return null
  const content = await answers.take(Number(size) + 1)
  if (content === null) throw gitFailed('git cat-file ended early')
  return content.subarray(0, -1)
}

function unknownRef(ref: string): ClawbackError {
  return new ClawbackError(
    'GIT_REF_UNKNOWN',
    `The repository has no commit or tree named ${JSON.stringify(ref)}.`,
    'Give a branch, a tag or a commit after #, as `git branch -a` and `git tag` list them.',
  )
}

function gitFailed(errors: string): ClawbackError {
  const first = errors.trim().split('\n')[0] ?? ''
  return new ClawbackError(
    'GIT_FAILED',
    `git could not read the repository: ${first.replace(/^fatal: /, '')}.`,
    'Check with `git -C PATH status` that the folder is a repository which you may read.',
  )
}
