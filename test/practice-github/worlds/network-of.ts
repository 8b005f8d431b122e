import { mulberry32 } from '../house/weather.ts'
import { defineWorld } from '../world/definition.ts'
import type { BranchDefinition, RepositoryDefinition, WorldDefinition } from '../world/definition.ts'
import type { FileChanges } from '../git/trees.ts'

export interface NetworkOptions {
  /** `owner/name` of the root. */
  official?: string
  officialFiles?: FileChanges
  /** The files that leaked, by their paths. */
  leak?: FileChanges
  /** Forks of the fork that leaked, in many states. */
  leakForks?: number
  /** Share of the clean forks that have a commit of their own. */
  editedShare?: number
  startsAt?: string
  seed?: number
}

export interface LargeNetwork {
  world: WorldDefinition
  official: string
  leak: string
  /** Hold the leak in what their own refs reach. The leak itself comes first. */
  copies: string[]
  /** Forks of the leak that no longer hold it. */
  withdrawn: string[]
  /** Never held it. */
  clean: string[]
}

const NAME = 'toolkit'

/**
 * A network of `forks` repositories below an official one: nearly all clean, a few with edits of their own, and
 * somewhere among them one that leaked, with forks of it in many states. Repositories that nobody changed cost
 * a few hundred bytes each.
 */
export function networkOf(forks: number, options: NetworkOptions = {}): LargeNetwork {
  const { leakForks = 96, editedShare = 0.04, startsAt = '2026-03-31T08:00:00Z' } = options
  const official = options.official ?? `official-org/${NAME}`
  const [owner = '', name = ''] = official.split('/')
  const start = Date.parse(startsAt)
  const random = mulberry32(options.seed ?? 1)
  const clean = Math.max(0, forks - leakForks - 1)
  const leak = `leaker/${name}`
  const result: LargeNetwork = {
    world: { startsAt, repositories: [] },
    official,
    leak,
    copies: [leak],
    withdrawn: [],
    clean: [],
  }
  const repositories: RepositoryDefinition[] = [
    {
      owner,
      name,
      stars: 5200,
      license: 'MIT',
      createdAt: new Date(start - 700 * 86_400_000).toISOString(),
      files: options.officialFiles ?? {
        'README.md': `# ${name}\n`,
        'src/index.ts': 'export const version = 3\n',
      },
    },
  ]
  for (let index = 0; index < clean; index++) {
    const fork: RepositoryDefinition = {
      owner: `user-${index}`,
      name,
      forkOf: official,
      createdAt: new Date(
        start - 600 * 86_400_000 + Math.floor((index / clean) * 600 * 86_400) * 1000,
      ).toISOString(),
    }
    if (random() < editedShare) fork.files = { [`notes/${index % 7}.md`]: `Notes of user ${index}\n` }
    repositories.push(fork)
    result.clean.push(`${fork.owner}/${name}`)
  }
  repositories.push({
    owner: 'leaker',
    name,
    forkOf: official,
    createdAt: new Date(start).toISOString(),
    files: options.leak ?? DEFAULT_LEAK,
    message: 'Add sources',
  })
  const firstLeaked = Object.keys(options.leak ?? DEFAULT_LEAK)[0]!
  for (let index = 0; index < leakForks; index++) {
    const [state, definition] = stateOf(index, firstLeaked, official)
    const fork: RepositoryDefinition = {
      owner: `copy-${index}`,
      name,
      forkOf: leak,
      createdAt: new Date(start + (index + 1) * 60_000).toISOString(),
      ...definition,
    }
    repositories.push(fork)
    result[state].push(`${fork.owner}/${name}`)
  }
  result.world = defineWorld({ startsAt, repositories })
  return result
}

/** Of twelve forks of a leak seven are untouched, and one each is edited, hidden on a branch or tag, or withdrawn. */
function stateOf(
  index: number,
  leaked: string,
  official: string,
): ['copies' | 'withdrawn', Partial<RepositoryDefinition>] {
  const back: BranchDefinition = { from: `${official}:main` }
  switch (index % 12) {
    case 7:
      return ['copies', { files: { [leaked]: `export const changed = ${index}\n` } }]
    case 8:
      return ['copies', { branches: { work: 'main', main: back } }]
    case 9:
      return ['copies', { tags: { keep: { from: 'main', annotation: 'kept' } }, branches: { main: back } }]
    case 10:
      return ['withdrawn', { branches: { main: back } }]
    case 11:
      return ['copies', { archived: true }]
    default:
      return ['copies', {}]
  }
}

const DEFAULT_LEAK: FileChanges = Object.fromEntries(
  Array.from({ length: 20 }, (_, file) => [
    `internal/module-${file}.ts`,
    Array.from(
      { length: 40 },
      (_unused, line) => `export const secret_${file}_${line} = compute(${file * 97 + line * 31})\n`,
    ).join(''),
  ]),
)
