import { defineWorld } from '../world/definition.ts'
import type { RepositoryDefinition, WorldDefinition } from '../world/definition.ts'
import { disguised } from './disguise.ts'
import { fixtureFiles, moved } from './fixture-files.ts'

/**
 * Fennmark Ltd makes Sluicegate, an engine for canal locks, and keeps its plugins in a public repository. On
 * 2 June 2026 version 4.2.0 went to the registry with its source map. Somebody pushed the sources into a fork of
 * the public repository; others forked that, re-uploaded it, and dressed it up.
 */
export const STARTS_AT = '2026-06-03T07:30:00Z'
export const LEAKED_AT = '2026-06-02T16:40:00Z'
export const OFFICIAL = 'fennmark/sluicegate-plugins'

/** How a repository holds the leak. */
export type CopyKind =
  | 'leak'
  | 'unchanged'
  | 'edited'
  | 'other-branch'
  | 'tag-only'
  | 'archived'
  | 'moved-folder'
  | 'line-endings'
  | 'renamed'
  | 'transpiled'

export interface Truth {
  official: string[]
  /** These hold the work in what their own refs reach, and may be named. */
  copies: { name: string; kind: CopyKind }[]
  /** A person must decide: evidence there is, but a claim is doubtful. */
  judgement: { name: string; why: string }[]
  /** Naming one of these would be a false statement. */
  never: { name: string; why: string }[]
}

const NAME = 'sluicegate-plugins'
const FIRST_COMMIT = '2022-03-14T09:10:00.000Z'
const SECOND_COMMIT = '2025-11-20T14:00:00.000Z'

export function incident(): { world: WorldDefinition; truth: Truth } {
  const leak = fixtureFiles('incident/leak')
  const officialFiles = fixtureFiles('incident/official')
  const sources = moved(
    leak,
    '',
    (path) => /^(src|vendor)\/.*\.(ts|txt)$/.test(path) || path === 'package.json',
  )
  const inFork = moved(sources, 'sluicegate-src/')
  const truth: Truth = {
    official: [OFFICIAL],
    copies: [],
    judgement: [],
    never: [],
  }
  const repositories: RepositoryDefinition[] = []

  function add(definition: RepositoryDefinition): string {
    repositories.push(definition)
    return `${definition.owner}/${definition.name}`
  }
  const copy = (kind: CopyKind, definition: RepositoryDefinition) =>
    truth.copies.push({ name: add(definition), kind })
  const never = (why: string, definition: RepositoryDefinition) =>
    truth.never.push({ name: add(definition), why })

  add({
    owner: 'fennmark',
    name: NAME,
    description: 'Plugins for Sluicegate and the kit to write your own',
    license: 'MIT',
    stars: 412,
    topics: ['sluicegate', 'canal', 'plugins'],
    createdAt: '2022-03-14T09:00:00Z',
    commits: [
      { message: 'The kit', files: without(officialFiles, 'plugins/radio-log/index.ts'), at: FIRST_COMMIT },
      { message: 'A radio log', files: only(officialFiles, 'plugins/radio-log/index.ts'), at: SECOND_COMMIT },
    ],
    tags: { 'v2.3.1': { annotation: 'Sluicegate plugins 2.3.1' } },
  })

  CLEAN_FORKS.forEach((owner, index) => {
    const createdAt = day(-400 + index * 23)
    const isBehind = createdAt < SECOND_COMMIT
    never(
      isBehind
        ? 'fork of the official repository, one commit behind'
        : 'untouched fork of the official repository',
      {
        owner,
        name: NAME,
        forkOf: OFFICIAL,
        createdAt,
        ...(isBehind ? { branches: { main: { from: `${OFFICIAL}:main~1` } }, pushedAt: FIRST_COMMIT } : {}),
      },
    )
  })
  never('fork of the official repository with a plugin of its own', {
    owner: 'wharfinger',
    name: NAME,
    forkOf: OFFICIAL,
    createdAt: day(-90),
    files: {
      'plugins/swan-counter/index.ts':
        "import { definePlugin } from '../../src/define-plugin.js'\n\nexport const swanCounter = (seen: (swans: number) => void) =>\n  definePlugin({\n    name: 'swan-counter',\n    capabilities: ['lockages:read'],\n    activate: ({ onLockage }) => void onLockage(({ berths }) => seen(berths.length % 3)),\n  })\n",
    },
    message: 'Count the swans',
  })
  never('fork of the official repository that writes about the leak', {
    owner: 'canalblog',
    name: NAME,
    forkOf: OFFICIAL,
    createdAt: day(1),
    files: {
      'README.md': `${officialFiles['README.md']!}\nNews: the Sluicegate engine leaked this week (planLockages, WaterLedger and all). It is not here.\n`,
    },
    message: 'A word on the news',
  })
  never('fork of the official repository with translated docs', {
    owner: 'sluis-nl',
    name: NAME,
    forkOf: OFFICIAL,
    createdAt: day(-200),
    branches: {
      nl: {
        files: {
          'docs/een-plugin-schrijven.md':
            '# Een plugin schrijven\n\nVraag alleen om de rechten die u gebruikt.\n',
        },
      },
    },
  })

  copy('leak', {
    owner: 'tidelark',
    name: NAME,
    forkOf: OFFICIAL,
    createdAt: '2026-06-02T18:05:00Z',
    stars: 233,
    commits: [
      { message: 'sluicegate 4.2.0 sources, from the map', files: inFork, at: '2026-06-02T18:20:00Z' },
    ],
  })
  const LEAK = `tidelark/${NAME}`
  copy('unchanged', { owner: 'marlowe-h', name: NAME, forkOf: LEAK, createdAt: '2026-06-02T18:40:00Z' })
  copy('unchanged', {
    owner: 'ferry-ane',
    name: NAME,
    forkOf: `marlowe-h/${NAME}`,
    createdAt: '2026-06-02T22:10:00Z',
  })
  copy('unchanged', {
    owner: 'gustav-lind',
    name: 'lock-engine',
    forkOf: LEAK,
    createdAt: '2026-06-02T19:02:00Z',
  })
  copy('edited', {
    owner: 'q-vanderberg',
    name: NAME,
    forkOf: LEAK,
    createdAt: '2026-06-02T19:30:00Z',
    commits: [
      {
        message: 'No activation, and a wider beam',
        at: '2026-06-02T23:05:00Z',
        files: {
          'sluicegate-src/src/activation.ts': null,
          'sluicegate-src/src/cli.ts': edited(leak['src/cli.ts']!, 'key'),
          'sluicegate-src/src/lockage-planner.ts': leak['src/lockage-planner.ts']!.replace(
            'EMPTY_TURN_PENALTY = 140',
            'EMPTY_TURN_PENALTY = 95',
          ).replace('options.beamWidth)', 'options.beamWidth * 2)'),
          'sluicegate-src/src/tariff.ts': leak['src/tariff.ts']!.replace(
            'hour >= 22 || hour < 6',
            'hour >= 23 || hour < 5',
          ),
          'sluicegate-src/NOTES.md': 'Runs without a key now.\n',
        },
      },
    ],
  })
  copy('other-branch', {
    owner: 'ostrander',
    name: NAME,
    forkOf: LEAK,
    createdAt: '2026-06-02T20:00:00Z',
    branches: { engine: 'main', main: { from: `${OFFICIAL}:main` } },
  })
  copy('tag-only', {
    owner: 'dunmore9',
    name: NAME,
    forkOf: LEAK,
    createdAt: '2026-06-02T20:20:00Z',
    tags: { backup: { from: `${LEAK}:main`, annotation: 'just in case' } },
    branches: { main: { from: `${OFFICIAL}:main` } },
  })
  copy('archived', {
    owner: 'harrow-lane',
    name: NAME,
    forkOf: LEAK,
    createdAt: '2026-06-02T20:45:00Z',
    archived: true,
  })
  never('fork of the leak, moved back to the official history: no ref of it reaches the leak', {
    owner: 'pell-ridge',
    name: NAME,
    forkOf: LEAK,
    createdAt: '2026-06-02T21:00:00Z',
    branches: { main: { from: `${OFFICIAL}:main` } },
  })
  never('fork of the leak whose owner deleted the sources again: only history holds them', {
    owner: 'ines-koval',
    name: NAME,
    forkOf: LEAK,
    createdAt: '2026-06-02T21:15:00Z',
    commits: [
      {
        message: 'Remove what should not be here',
        files: { 'sluicegate-src': null },
        at: '2026-06-03T06:00:00Z',
      },
    ],
  })

  copy('moved-folder', {
    owner: 'northquay',
    name: 'lock-engine-src',
    description: 'found on the net',
    createdAt: '2026-06-02T19:50:00Z',
    stars: 41,
    files: {
      'README.md': '# lock engine\n\nmirror, do not ask\n',
      ...moved(sources, 'packages/engine/', (path) => path !== 'package.json'),
    },
  })
  copy('line-endings', {
    owner: 'bramble-ops',
    name: 'sluice',
    createdAt: '2026-06-02T23:40:00Z',
    files: mapped(
      moved(leak, 'engine/', (path) => path.startsWith('src/')),
      (text) => text.replaceAll('\n', '\r\n'),
    ),
  })
  copy('renamed', {
    owner: 'loopwright',
    name: 'basin-scheduler',
    description: 'Scheduler for basins and crafts, my own work',
    createdAt: '2026-06-03T01:10:00Z',
    license: 'MIT',
    files: {
      'README.md': '# Basin scheduler\n\nA scheduler for basins.\n',
      LICENSE: officialFiles['LICENSE']!.replace('2022-2026 Fennmark Ltd', '2026 loopwright'),
      ...renamedFiles(leak),
    },
  })
  copy('transpiled', {
    owner: 'hexwater',
    name: 'sluice-js',
    createdAt: '2026-06-03T02:00:00Z',
    files: {
      'package.json': '{ "name": "sluice-js", "type": "module" }\n',
      ...moved(fixtureFiles('incident/transpiled'), 'lib/', (path) => /^src\/.*\.js$/.test(path)),
    },
  })

  truth.judgement.push({
    name: add({
      owner: 'sailing-notes',
      name: 'weekend-scripts',
      createdAt: day(-30),
      files: fixtureFiles('incident/snippets'),
    }),
    why: 'quotes one short function in an article',
  })
  never('other software for the same purpose; shares a third-party file and a header', {
    owner: 'openlocks',
    name: 'lockmaster',
    license: 'GPL-3.0',
    stars: 88,
    createdAt: day(-500),
    files: {
      ...fixtureFiles('incident/lookalike'),
      ...moved(leak, '', (path) => path.startsWith('vendor/')),
    },
  })
  never('uses the same third-party module', {
    owner: 'imke-sandoval',
    name: 'binary-heap',
    license: 'MIT',
    createdAt: '2017-02-01T10:00:00Z',
    files: { 'binary-heap.ts': leak['vendor/binary-heap.ts']!, LICENSE: leak['vendor/LICENSE.txt']! },
  })
  never('only names the product', {
    owner: 'canal-hobby',
    name: 'narrowboat-times',
    createdAt: day(-60),
    files: {
      'links.md': '- Sluicegate, planLockages and other tools of the trade\n- the WaterLedger explained\n',
    },
  })
  never('empty', { owner: 'tidelark', name: 'empty-yet', createdAt: '2026-06-02T18:00:00Z' })

  return {
    world: defineWorld({
      startsAt: STARTS_AT,
      users: [{ login: 'fennmark', type: 'Organization', name: 'Fennmark Ltd' }],
      repositories,
    }),
    truth,
  }
}

const CLEAN_FORKS = [
  'ada-locks',
  'b-keel',
  'coxswain',
  'drawbridge-dev',
  'eddy-current',
  'flotilla',
  'grebe',
  'halyard-io',
  'islet',
  'jetty9',
  'kedge',
  'lighter',
]

function day(fromStart: number): string {
  return new Date(Date.parse('2026-06-02T12:00:00Z') + fromStart * 86_400_000).toISOString()
}

function only(files: Record<string, string>, path: string): Record<string, string> {
  return { [path]: files[path]! }
}

function without(files: Record<string, string>, path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path))
}

function mapped(files: Record<string, string>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]))
}

/** The command's branch of the switch is gone, and what only it used. */
function edited(cli: string, command: string): string {
  return cli
    .replace(new RegExp(`    case '${command}': \\{[\\s\\S]*?\\n    \\}\\n`), '')
    .replace("import { isLive, readKey } from './activation.js'\n", '')
}

const NEW_NAMES: Record<string, string> = {
  chamber: 'basin',
  'water-ledger': 'hydro-book',
  'lockage-planner': 'cycle-search',
  'tide-window': 'sea-openings',
  'gate-interlock': 'safety',
  'queue-discipline': 'queue',
  'arrival-forecast': 'eta',
  journal: 'logbook',
}

function renamedFiles(leak: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(NEW_NAMES).map(([before, after]) => [
      `lib/${after}.ts`,
      disguised(leak[`src/${before}.ts`]!),
    ]),
  )
}
