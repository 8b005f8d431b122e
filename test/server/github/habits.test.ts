import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RefHead } from '../../../server/core/repository/types.ts'
import type { GitHub } from '../../../server/github/create-github.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import type { RepositoryDefinition } from '../../practice-github/world/definition.ts'
import { collect, inRepository, openPractice, valueOf, type Practice } from './open-practice.ts'
import { startWarp, type Habits, type Losses } from './warp.ts'

const forks = Array.from({ length: 14 }, (_, index): RepositoryDefinition => ({
  owner: `user-${index}`,
  name: 'sdk',
  forkOf: index % 5 === 4 ? `user-${index - 1}/sdk` : 'acme/sdk',
  ...(index % 3 === 0
    ? {
        files: {
          [`own/${index}.ts`]: `export const own = ${index}\n`,
          'own/data.bin': Buffer.from([0, index]),
        },
      }
    : {}),
  ...(index === 6
    ? {
        branches: Object.fromEntries(
          Array.from({ length: 25 }, (_unused, n) => [`work-${n}`, { files: { [`w${n}.md`]: `${n}\n` } }]),
        ),
      }
    : {}),
  ...(index === 7 ? { branches: { main: null } } : {}),
  ...(index === 8 ? { tags: { v1: { annotation: 'One', files: { 'v1.md': 'One\n' } } } } : {}),
}))
const world = defineWorld({
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      files: { 'a.ts': 'export const alpha = 1\n', 'src/b.ts': 'export const beta = 2\n' },
    },
    ...forks,
  ],
})
const sdk = { owner: 'acme', name: 'sdk' }

/** Every fork with its heads, and what their trees hold; null where GitHub could not tell. */
async function lookAtAll(github: GitHub): Promise<Map<string, unknown>> {
  const seen = new Map<string, unknown>()
  const root = await github.getRepository(sdk)
  seen.set(
    'root',
    root.outcome === 'available'
      ? root.repository.id
      : root.outcome === 'could-not-tell'
        ? null
        : root.outcome,
  )
  const pages = await collect(github.listForks(sdk))
  seen.set(
    'listed',
    pages.every((page) => page.outcome === 'found' && page.value.unreadable === 0) ? true : null,
  )
  for (const page of pages) {
    if (page.outcome !== 'found') continue
    for (const { repository, heads } of page.value.forks) {
      const name = `${repository.owner}/${repository.name}`
      seen.set(
        `heads of ${name}`,
        heads.outcome === 'found'
          ? sortedHeads(heads.value.heads)
          : heads.outcome === 'could-not-tell'
            ? null
            : heads.outcome,
      )
      const [head] = heads.outcome === 'found' ? sortedHeads(heads.value.heads) : []
      if (head === undefined) continue
      const tree = await github.readTree(repository, head.tree)
      seen.set(
        `tree of ${name}`,
        tree.outcome === 'found'
          ? pathsOf(tree.value.entries)
          : tree.outcome === 'could-not-tell'
            ? null
            : tree.outcome,
      )
      const folders = await github.readFolders([{ tree: head.tree, repository }])
      const folder = folders.get(head.tree)
      seen.set(
        `folder of ${name}`,
        folder?.outcome === 'found' ? folder.value.map((item) => item.name).sort() : null,
      )
      if (tree.outcome !== 'found') continue
      const blobs = await github.readBlobs(inRepository(repository, tree.value.entries))
      for (const [id, blob] of blobs)
        seen.set(
          `file ${id}`,
          blob.outcome === 'found'
            ? Buffer.from(blob.value).toString('base64')
            : blob.outcome === 'could-not-tell'
              ? null
              : blob.outcome,
        )
    }
  }
  return seen
}

/** Branches that were read after the tags stand behind them. */
function sortedHeads(heads: readonly RefHead[]): RefHead[] {
  return [...heads].sort((a, b) => (a.ref < b.ref ? -1 : 1))
}

function pathsOf(entries: readonly { path: string; blob: string }[]): string[] {
  return entries.map(({ path, blob }) => `${path} ${blob}`).sort()
}

const habits = fc.record<Habits>({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  capitals: fc.boolean(),
  strongTags: fc.boolean(),
  fewHeaders: fc.boolean(),
  gzip: fc.boolean(),
  shuffled: fc.boolean(),
  shuffledTrees: fc.boolean(),
  sparse: fc.boolean(),
  opaqueCursors: fc.boolean(),
  pageSize: fc.integer({ min: 1, max: 100 }),
  noise: fc.boolean(),
})

let practice: Practice & { close: () => Promise<void> }
let expected: Map<string, unknown>
beforeAll(async () => {
  practice = await openPractice(
    { world, limits: { restPointsPerMinute: 1e9, graphqlPointsPerMinute: 1e9, core: 1e9, graphql: 1e9 } },
    { courtesy: { restPerMinute: 1e9, graphqlPerMinute: 1e9 } },
  )
  expected = await lookAtAll(practice.github)
})
afterAll(() => practice.close())

async function lookThrough(given: Habits, losses?: Losses): Promise<Map<string, unknown>> {
  const warped = await startWarp(practice.practice.url, given, losses)
  try {
    return await lookAtAll(practice.connect({ apiUrl: warped.url }))
  } finally {
    await warped.close()
  }
}

const plain: Habits = {
  seed: 1,
  capitals: false,
  strongTags: false,
  fewHeaders: false,
  gzip: false,
  shuffled: false,
  shuffledTrees: false,
  sparse: false,
  opaqueCursors: false,
  pageSize: 1,
  noise: false,
}

it('a fork that was never pushed to does not end the list of those that were', async () => {
  const pushedAt = (day: number) => `2026-05-0${day}T00:00:00Z`
  const own = await openPractice({
    world: defineWorld({
      repositories: [
        { owner: 'acme', name: 'sdk', files: { 'a.ts': 'a\n' }, createdAt: '2026-01-01T00:00:00Z' },
        { owner: 'empty', name: 'sdk', forkOf: 'acme/sdk', branches: { main: null }, pushedAt: pushedAt(9) },
        { owner: 'late', name: 'sdk', forkOf: 'acme/sdk', pushedAt: pushedAt(8) },
        { owner: 'early', name: 'sdk', forkOf: 'acme/sdk', pushedAt: pushedAt(1) },
      ],
    }),
  })
  const warped = await startWarp(own.practice.url, plain)
  const github = own.connect({ apiUrl: warped.url })
  const root = await github.getRepository(sdk)
  if (root.outcome !== 'available') throw new Error(root.outcome)
  const { id, nodeId } = root.repository
  const pages = await collect(
    github.listPushedForks({ open: [{ id, nodeId, after: null }] }, new Date(pushedAt(5))),
  )
  const names = pages.flatMap((page) => valueOf(page).forks.map(({ repository }) => repository.owner))
  expect(names).toEqual(['late'])
  await warped.close()
  await own.close()
})

describe('another server that says the same in other ways', () => {
  it('is understood the same, whatever its habits', async () => {
    expect([...expected.values()]).not.toContain(null)
    await fc.assert(
      fc.asyncProperty(habits, async (given) => {
        expect(Object.fromEntries(await lookThrough(given))).toEqual(Object.fromEntries(expected))
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('that leaves out parts of its answers is told from one that has none: never less than there is without saying so', async () => {
    await fc.assert(
      fc.asyncProperty(habits, fc.double({ min: 0.01, max: 0.3, noNaN: true }), async (given, nulls) => {
        const seen = await lookThrough(given, { nulls })
        for (const [what, value] of seen) if (value !== null) expect(value, what).toEqual(expected.get(what))
        const isWhole = seen.get('listed') === true
        for (const what of expected.keys()) {
          if (what.startsWith('heads of ') && isWhole) expect([...seen.keys()]).toContain(what)
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
