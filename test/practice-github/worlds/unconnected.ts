import { transformSync } from 'esbuild'
import type { FileChanges } from '../git/trees.ts'
import { defineWorld } from '../world/definition.ts'
import type { GistDefinition, RepositoryDefinition, WorldDefinition } from '../world/definition.ts'
import { disguised } from './disguise.ts'
import { fixtureFiles, moved } from './fixture-files.ts'
import { ownCode } from './own-code.ts'

/** The first way in which GitHub can show a copy; null: none can, with the reason in `why`. */
export type FoundBy = 'code' | 'tree' | 'name' | 'owner' | 'network' | null

export interface Copy {
  name: string
  kind: string
  by: FoundBy
  why: string
}

export interface UnconnectedTruth {
  /** Hold the work in what their own refs reach. */
  copies: Copy[]
  /** Search shows them, and nothing is there any more when they are looked at. */
  withdrawn: string[]
  /** Hold no copy, but lead to one: a submodule of a copy, a release with an archive. */
  leads: { name: string; kind: 'submodule' | 'release' }[]
  /** The work in another language: for a person, never strong. */
  ports: string[]
  /** Naming one of these would be a false statement. */
  never: { name: string; kind: string }[]
  /** Copies in gists, by id: no search shows them. */
  gists: string[]
}

/** One of the work's files, publicly licensed by its owner: it may not be claimed. */
export const PUBLIC_FILE = 'src/hazard.ts'

const STARTS_AT = '2026-06-05T08:00:00Z'

/**
 * 400 repositories that have no network in common, two months after a leak: uploaded anew, dressed up, cut to pieces,
 * hidden; and among them those that only look like it. Names tell nothing unless they must.
 */
export function unconnected(): { world: WorldDefinition; truth: UnconnectedTruth } {
  const leak = fixtureFiles('incident/leak')
  const sources = moved(leak, '', (path) => path.startsWith('src/') && !path.includes('generated'))
  const paths = Object.keys(sources).filter((path) => path !== PUBLIC_FILE && path !== 'src/index.ts')
  const truth: UnconnectedTruth = { copies: [], withdrawn: [], leads: [], ports: [], never: [], gists: [] }
  const repositories: RepositoryDefinition[] = []
  let count = 0

  function add(definition: Partial<RepositoryDefinition>): string {
    const owner = definition.owner ?? `${pick(OWNERS, count)}-${count}`
    const name = definition.name ?? `${pick(NAMES, count * 7)}-${count % 23}`
    const week = Math.floor(count / 60)
    const createdAt = new Date(Date.parse('2026-04-04T10:00:00Z') + week * 604_800_000 + count * 1000)
    repositories.push({ createdAt: createdAt.toISOString(), ...definition, owner, name })
    count++
    return `${owner}/${name}`
  }
  function copies(
    times: number,
    kind: string,
    by: FoundBy,
    make: (index: number) => Partial<RepositoryDefinition>,
    why = '',
  ): string[] {
    const names = Array.from({ length: times }, (_, index) => add(make(index)))
    truth.copies.push(...names.map((name) => ({ name, kind, by, why })))
    return names
  }
  function never(times: number, kind: string, make: (index: number) => Partial<RepositoryDefinition>): void {
    for (let index = 0; index < times; index++) truth.never.push({ name: add(make(index)), kind })
  }
  const some = (index: number, size: number) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, at) => paths[(index * 5 + at * 3) % paths.length]!).map((path) => [
        path,
        leak[path]!,
      ]),
    )
  const own = (index: number, files: number) =>
    Object.fromEntries(
      Array.from({ length: files }, (_, at) => [`app/part-${at}.ts`, ownCode(index * 50 + at, 1500)]),
    )
  const below = (index: number, files: FileChanges): FileChanges =>
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [`${pick(FOLDERS, index)}${path}`, content]),
    )

  // What code search can show.
  const same = { ...sources, 'README.md': '# mirror\n' }
  const detached = copies(8, 'detached, the same tree', 'code', () => ({ files: same }))
  copies(28, 'detached', 'code', (index) => ({
    files: { ...below(index, some(index, 6 + (index % 9))), 'NOTES.md': `Copy ${index}\n` },
  }))
  copies(15, 'other line endings', 'code', (index) => ({
    files: below(
      index,
      mapped(some(index, 8), (text) => text.replaceAll('\n', '\r\n')),
    ),
  }))
  copies(40, 'reformatted', 'code', (index) => ({
    files: below(
      index,
      mapped(some(index, 5 + (index % 5)), (text) => reformatted(text, index)),
    ),
  }))
  copies(30, 'renamed', 'code', (index) => ({
    files: below(index, mapped(some(index, 6 + (index % 5)), disguised)),
  }))
  const built = moved(fixtureFiles('incident/transpiled'), '', (path) => /^src\/(?!index).*\.js$/.test(path))
  copies(25, 'transpiled', 'code', (index) => ({
    files: below(
      index,
      Object.fromEntries(
        Object.entries(built).filter(([path], at) => !path.includes('generated') && (at + index) % 3 > 0),
      ),
    ),
  }))
  copies(30, 'minified', 'code', (index) => ({
    files: below(index, minified(some(index, 7 + (index % 4)))),
  }))
  copies(40, 'partial', 'code', (index) => ({
    files: { ...own(index, 4), ...below(index, some(index, 1 + (index % 3))) },
  }))
  copies(5, 'among more files than a tree shows at once', 'code', (index) => ({
    files: {
      ...Object.fromEntries(
        Array.from({ length: 90 }, (_, at) => [`data/${at % 9}/${at}.txt`, `row ${index} ${at}\n`]),
      ),
      ...below(index, some(index, 5)),
    },
  }))
  const popular = add({ stars: 2, files: own(900, 3) })
  truth.never.push({ name: popular, kind: 'somebody else’s own work' })
  copies(3, 'fork with more stars than its parent', 'code', (index) => ({
    forkOf: popular,
    stars: 5 + index,
    files: below(index, some(index, 5)),
    pushedAt: '2026-05-20T10:00:00Z',
  }))

  // What leads on from there.
  copies(
    8,
    'archived, the same tree',
    'tree',
    () => ({ archived: true, files: same }),
    'archived repositories are not in code search',
  )
  const mirrored = {
    message: 'Import',
    at: '2026-04-02T10:00:00Z',
    author: { name: 'mirror', email: 'mirror@users.noreply.github.com' },
  }
  const history = { ...below(3, some(11, 9)), 'MIRROR.md': 'kept\n' }
  copies(1, 'detached, with a history that others have', 'code', () => ({
    createdAt: '2026-04-02T09:00:00Z',
    commits: [{ ...mirrored, files: history }],
  }))
  copies(
    4,
    'archived, goes on from a commit of another copy',
    'tree',
    (index) => ({
      archived: true,
      createdAt: '2026-04-02T09:00:00Z',
      commits: [
        { ...mirrored, files: history },
        { message: 'More', files: { 'more.ts': ownCode(700 + index, 800) } },
      ],
    }),
    'archived repositories are not in code search',
  )
  copies(
    8,
    'archived, named after the product',
    'name',
    (index) => ({
      archived: true,
      ...(index % 2 === 0
        ? { name: `sluicegate-${index}` }
        : { description: 'Sluicegate, the engine, from the package' }),
      files: { ...below(index, some(index, 5)), 'own.ts': ownCode(800 + index, 600) },
    }),
    'archived repositories are not in code search',
  )
  const large = (index: number) => ({
    'engine.ts': `${Object.values(some(index, 9)).join('\n')}\n${'// padding, padding\n'.repeat(22_000 + index)}`,
  })
  copies(
    6,
    'one file over 384 KB, named in its read-me',
    'name',
    (index) => ({
      files: { ...large(index), 'README.md': '# Engine\n\nThe sluicegate engine in one file.\n' },
    }),
    'files over 384 KB are not in code search',
  )
  copies(
    6,
    'one file over 384 KB, beside another copy of its owner',
    'owner',
    (index) => ({
      owner: detached[index]!.split('/')[0]!,
      name: `attic-${index}`,
      files: large(20 + index),
      pushedAt: '2026-05-30T10:00:00Z',
    }),
    'files over 384 KB are not in code search',
  )
  copies(
    10,
    'fork of a copy',
    'network',
    (index) => ({
      forkOf: detached[index % 8]!,
      ...(index % 3 === 0 ? { files: { 'CHANGES.md': `${index}\n` } } : {}),
    }),
    'forks are not in code search',
  )
  for (let index = 0; index < 4; index++) {
    truth.leads.push({
      kind: 'submodule',
      name: add({
        description: 'Tools around sluicegate',
        files: {
          ...own(1000 + index, 2),
          '.gitmodules': `[submodule "engine"]\n\tpath = engine\n\turl = https://github.com/${detached[index]!}.git\n`,
          engine: { submodule: 'c'.repeat(40) },
        },
      }),
    })
    truth.leads.push({
      kind: 'release',
      name: add({
        description: 'sluicegate builds',
        files: { 'README.md': 'See releases.\n' },
        releases: [{ tag: 'v1', assets: [{ name: 'sluicegate-src.zip', bytes: 180_000 + index }] }],
      }),
    })
  }

  // What nothing shows.
  const quiet = add({ files: own(910, 3) })
  truth.never.push({ name: quiet, kind: 'somebody else’s own work' })
  copies(
    8,
    'fork of other work, with the leak pushed into it',
    null,
    (index) => ({ forkOf: quiet, files: below(index, some(index, 5)) }),
    'forks are in search only with more stars than their parent',
  )
  copies(
    8,
    'on another branch only',
    null,
    (index) => ({
      files: own(1100 + index, 2),
      branches: { work: { files: below(index, some(index, 6)) } },
    }),
    'search sees default branches only',
  )
  copies(
    8,
    'archived, edited, named after nothing',
    null,
    (index) => ({
      archived: true,
      files: { ...below(index, some(index, 5)), 'own.ts': ownCode(1200 + index, 600) },
    }),
    'archived repositories are not in code search',
  )
  copies(
    6,
    'one file over 384 KB',
    null,
    (index) => ({ files: large(40 + index) }),
    'files over 384 KB are not in code search',
  )
  copies(
    6,
    'forgotten by search',
    null,
    (index) => ({ notIndexed: true, files: { ...below(index, some(index, 5)), 'F.md': `${index}\n` } }),
    'search forgets repositories without activity for a year',
  )
  copies(
    5,
    'private',
    null,
    (index) => ({ private: true, files: below(index, some(index, 5)) }),
    'private repositories are shown to nobody',
  )
  copies(
    4,
    'disabled before',
    null,
    (index) => ({
      files: below(index, some(index, 5)),
      block: { reason: 'dmca', noticeUrl: `https://github.com/github/dmca/blob/master/2026/05/0${index}.md` },
    }),
    'disabled repositories are not in search',
  )
  for (let index = 0; index < 6; index++)
    truth.withdrawn.push(add({ files: { ...below(index, some(index, 6)), 'W.md': `${index}\n` } }))

  // What only looks like it.
  const lookalike = fixtureFiles('incident/lookalike')
  never(20, 'other software for the same purpose', (index) => ({
    license: 'GPL-3.0',
    files: { ...lookalike, ...own(1300 + index, 2), 'README.md': `# lock keeper ${index}\n` },
  }))
  never(20, 'the same file names, other code', (index) => ({
    files: Object.fromEntries(
      Object.keys(some(index, 6)).map((path, at) => [path, ownCode(1400 + index * 9 + at, 2500)]),
    ),
  }))
  never(9, 'the same third-party module', (index) => ({
    license: 'MIT',
    files: { ...moved(leak, '', (path) => path.startsWith('vendor/')), ...own(1500 + index, 2) },
  }))
  never(8, 'only what the owner published', (index) => ({
    files: { [PUBLIC_FILE]: leak[PUBLIC_FILE]!, ...own(1600 + index, 2) },
  }))
  never(4, 'writes about it', (index) => ({
    description: 'Notes on sluicegate',
    files: { 'README.md': `Sluicegate leaked, planLockages, WaterLedger and all. Part ${index}.\n` },
  }))
  never(6, 'empty', () => ({}))
  const ports = fixtureFiles('unconnected/ports')
  for (let index = 0; index < 5; index++)
    truth.ports.push(add({ files: { ...ports, ...own(1700 + index, 1) } }))

  const gists: GistDefinition[] = Array.from({ length: 3 }, (_, index) => ({
    id: `${index}`.repeat(2).padEnd(32, 'abc0def1'),
    owner: `pasted-${index}`,
    files: Object.fromEntries(
      Object.entries(some(index, 1 + index)).map(([path, text]) => [path.replace('src/', ''), text]),
    ),
  }))
  truth.gists = gists.map(({ id }) => id)

  return { world: defineWorld({ startsAt: STARTS_AT, repositories, gists }), truth }
}

const OWNERS =
  'amber birch cedar dune ember fjord glade heath inlet jade knoll larch moor nettle opal pine quill reed slate thorn'.split(
    ' ',
  )
const NAMES =
  'playground archive stuff project tools lab notes demo backup scratch sandbox kit experiments code workspace'.split(
    ' ',
  )
const FOLDERS = ['', 'lib/', 'packages/core/', 'engine/', 'old/v4/']

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!
}

function mapped(files: Record<string, string>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]))
}

/** As another formatter writes it: four blanks or tabs, double quotes, semicolons, no comments. */
function reformatted(text: string, index: number): string {
  const indent = index % 2 === 0 ? '    ' : '\t'
  return text
    .replace(/^\s*\/\*\*?[\s\S]*?\*\/\n/gm, '')
    .replace(/^( {2})+/gm, (blanks) => indent.repeat(blanks.length / 2))
    .replace(/'([^'"\n`]*)'/g, '"$1"')
    .replace(/^(\s*(?:return|const|let|throw)\b.*[\w)\]"`])$/gm, '$1;')
    .replace(/\n\n/g, '\n')
}

function minified(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path.replace(/\.ts$/, '.min.js'),
      transformSync(text, { loader: 'ts', minify: true, target: 'es2020', logLevel: 'silent' }).code,
    ]),
  )
}
