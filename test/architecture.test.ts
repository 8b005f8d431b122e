import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../server/package-root.ts'

/** Everything points at core, core points at nothing: who may import whom. */
const rooms: { room: RegExp; may: RegExp[] }[] = [
  { room: /^server\/core\//, may: [/^server\/core\//] },
  { room: /^server\/(errors|package-root)\.ts$/, may: [] },
  { room: /^server\/settings\.ts$/, may: [] },
  { room: /^server\/is-safe-url\.ts$/, may: [] },
  {
    room: /^server\/read-(oidc|mail)-settings\.ts$/,
    may: [/^server\/(errors|settings|is-safe-url)\.ts$/],
  },
  {
    room: /^server\/config\.ts$/,
    may: [/^server\/(errors|settings|read-oidc-settings|read-mail-settings)\.ts$/],
  },
  { room: /^db\//, may: [/^db\//, /^server\/core\//, /^server\/(errors|package-root)\.ts$/] },
  edge('sources'),
  edge('github'),
  edge('render'),
  // A stranger's mail is read in a thread.
  {
    room: /^server\/mail\//,
    may: [/^server\/(mail|threads|core)\//, /^server\/(errors|package-root)\.ts$/],
  },
  edge('notify'),
  edge('oidc'),
  // Jobs are a table where the database is SQLite.
  {
    room: /^server\/jobs\//,
    may: [/^server\/(jobs|core)\//, /^db\//, /^server\/(errors|package-root)\.ts$/],
  },
  {
    room: /^server\/threads\//,
    may: [/^server\/(threads|core|sources)\//, /^server\/(errors|package-root)\.ts$/],
  },
  {
    room: /^server\/tasks\//,
    may: [
      /^server\/(tasks|core|sources|threads|github|render|mail|notify|oidc|jobs)\//,
      /^db\//,
      /^server\/(errors|package-root)\.ts$/,
    ],
  },
  {
    room: /^server\/http\//,
    may: [/^server\/(http|tasks|core|render)\//, /^server\/(errors|package-root|logger)\.ts$/],
  },
  { room: /^server\/[a-z-]+\.ts$/, may: [/^server\//, /^db\//] },
  {
    room: /^scripts\//,
    may: [/^scripts\//, /^server\//, /^db\//, /^test\/practice-github\//, /^test\/browser\/chromium\.ts$/],
  },
  {
    room: /^test\/practice-github\//,
    may: [/^test\/(practice-github|fixtures)\//, /^server\/package-root\.ts$/],
  },
]

/** A package that belongs to one room, and what a reader may conclude from it. */
const packages: { name: RegExp; rooms: RegExp }[] = [
  {
    name: /^(octokit|@octokit\/.*)$/,
    rooms: /^server\/github\/|^test\/practice-github\/|^scripts\/github-openapi/,
  },
  { name: /^(drizzle-orm|better-sqlite3|pg)(\/|$)/, rooms: /^(test\/)?db\// },
  { name: /^(imapflow|postal-mime)$/, rooms: /^server\/mail\/inbox\// },
  { name: /^graphile-worker$/, rooms: /^server\/jobs\// },
  { name: /^openid-client$/, rooms: /^server\/oidc\// },
  { name: /^handlebars$/, rooms: /^server\/render\// },
  { name: /^nodemailer(\/|$)/, rooms: /^server\/mail\// },
  { name: /^(pdfkit|fontkit)$/, rooms: /^server\/render\/documents\// },
  { name: /^express$/, rooms: /^(test\/)?server\/(http\/|app\.ts)|^test\/practice-github\// },
  { name: /^commander$/, rooms: /^scripts\// },
]

const pureBuiltins = /^node:(crypto|buffer)$/

const rootEntries = [
  '.ci',
  '.gitignore',
  '.npmrc',
  '.prettierignore',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'db',
  'eslint.config.js',
  'package-lock.json',
  'package.json',
  'prettier.config.js',
  'scripts',
  'server',
  'templates',
  'test',
  'tsconfig.build.json',
  'tsconfig.json',
  'vitest.config.ts',
]

interface Import {
  from: string
  to: string
}

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: packageRoot,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '')
const sources = tracked.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
const imports = sources.flatMap(readImports)

describe('the import rule', () => {
  it('finds the imports it is to judge', () => {
    expect(imports.length).toBeGreaterThan(100)
  })

  it('every room imports only from the rooms it may', () => {
    expect(
      imports
        .filter(isLocal)
        .filter((i) => !mayImport(i))
        .map(show),
    ).toEqual([])
  })

  it('a package is imported only in the room that owns it', () => {
    const wrong = imports.filter((i) => packages.some((p) => p.name.test(i.to) && !p.rooms.test(i.from)))
    expect(wrong.map(show)).toEqual([])
  })

  it('core uses nothing but itself and pure builtins', () => {
    const wrong = imports.filter(
      (i) => i.from.startsWith('server/core/') && !isLocal(i) && !pureBuiltins.test(i.to),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('core knows no clock and no chance', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomBytes\b|\bperformance\.now\(/
    const wrong = sources
      .filter((path) => path.startsWith('server/core/'))
      .filter((path) => impure.test(read(path)))
    expect(wrong).toEqual([])
  })

  it('process.env is read in server/config.ts alone', () => {
    const inside = sources.filter((path) => /^(server|db)\//.test(path))
    expect(inside.filter((path) => /process\.env\b/.test(read(path)))).toEqual(['server/config.ts'])
  })

  it('a planted violation would be seen', () => {
    expect(mayImport({ from: 'server/core/match/a.ts', to: 'server/github/b.ts' })).toBe(false)
    expect(mayImport({ from: 'server/http/a.ts', to: 'db/queries/b.ts' })).toBe(false)
    expect(mayImport({ from: 'server/tasks/a.ts', to: 'server/core/b.ts' })).toBe(true)
  })
})

it('nothing piles up at the root', () => {
  const entries = [...new Set(tracked.map((path) => path.split('/')[0]))].sort()
  expect(entries).toEqual([...rootEntries].sort())
})

function edge(name: string): { room: RegExp; may: RegExp[] } {
  return {
    room: new RegExp(`^server/${name}/`),
    may: [new RegExp(`^server/${name}/`), /^server\/core\//, /^server\/(errors|package-root)\.ts$/],
  }
}

function readImports(from: string): Import[] {
  const text = read(from)
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'/gm),
    ...text.matchAll(/^import\s+'([^']+)'/gm),
    ...text.matchAll(/\bimport\('([^']+)'\)/g),
  ].map((match) => match[1]!)
  return specifiers.map((specifier) => ({
    from,
    to: specifier.startsWith('.') ? relative('.', join(dirname(from), specifier)) : specifier,
  }))
}

function isLocal({ to }: Import): boolean {
  return /^(server|db|scripts|test|templates)\//.test(to)
}

function mayImport({ from, to }: Import): boolean {
  const rule = rooms.find(({ room }) => room.test(from))
  return rule === undefined || rule.may.some((may) => may.test(to))
}

function read(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8')
}

function show({ from, to }: Import): string {
  return `${from} → ${to}`
}
