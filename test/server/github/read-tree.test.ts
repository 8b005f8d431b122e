import { afterEach, describe, expect, it } from 'vitest'
import { readTree } from '../../../server/github/read-tree.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice, valueOf } from './open-practice.ts'
import type { Practice } from './open-practice.ts'

const files = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `src/${'abcd'[index % 4]!}/deep/${index % 5}/file-${index}.ts`,
    `export const n = ${index}\n`,
  ]),
)
const world = defineWorld({
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      files: {
        ...files,
        'a.sh': { content: '#!/bin/sh\n', executable: true },
        'README.md': '# SDK\n',
        link: { symlink: 'README.md' },
        vendor: { submodule: '1'.repeat(40) },
        'Ünï/日本 +%.ts': 'x\n',
      },
    },
    { owner: 'zoe', name: 'empty' },
  ],
})
const sdk = { owner: 'acme', name: 'sdk' }

let opened: (Practice & { close: () => Promise<void> }) | undefined
async function open(limits: NonNullable<Parameters<typeof openPractice>[0]['limits']> = {}) {
  opened = await openPractice({ world, limits })
  const { heads } = valueOf(await opened.github.listHeads(sdk))
  return { ...opened, tree: heads[0]!.tree }
}
afterEach(async () => {
  await opened?.close()
  expect(opened?.practice.violations ?? []).toEqual([])
  opened = undefined
})

describe('a tree', () => {
  it('comes whole in one request, proven by its own id, with what is no file named as such', async () => {
    const { github, tree, ledger } = await open()
    ledger.length = 0
    const { entries, verified } = valueOf(await github.readTree(sdk, tree))
    expect(verified).toBe(true)
    expect(ledger).toHaveLength(1)
    expect(entries).toHaveLength(45)
    const byPath = new Map(entries.map((entry) => [entry.path, entry]))
    expect(byPath.get('a.sh')).toMatchObject({ mode: '100755', type: 'blob', bytes: 10 })
    expect(byPath.get('link')).toMatchObject({ mode: '120000', type: 'symlink' })
    expect(byPath.get('vendor')).toMatchObject({ type: 'submodule', blob: '1'.repeat(40) })
    expect(byPath.get('Ünï/日本 +%.ts')).toMatchObject({ type: 'blob' })
  })

  it.each([{ treeEntries: 3 }, { treeEntries: 12 }, { treeBytes: 2000 }])(
    'that GitHub cuts short (%o) is walked folder by folder to the same end',
    async (limits) => {
      const whole = await open()
      const expected = valueOf(await whole.github.readTree(sdk, whole.tree))
      await whole.close()
      const cut = await open({ ...limits, treeEntries: Math.max(8, limits.treeEntries ?? 100_000) })
      const read = valueOf(await cut.github.readTree(sdk, cut.tree))
      expect(read.verified).toBe(true)
      const sorted = (entries: typeof read.entries) => [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))
      expect(sorted(read.entries)).toEqual(sorted(expected.entries))
      expect(cut.ledger.length).toBeGreaterThan(3)
    },
  )

  it('with a folder larger than GitHub lists is could-not-tell, never a part of it', async () => {
    const { github, tree } = await open({ treeEntries: 4 })
    expect(await github.readTree(sdk, tree)).toMatchObject({ outcome: 'could-not-tell' })
  })

  it('that was looked for in an empty repository is not-found, not a tree without files', async () => {
    const { github, tree } = await open()
    expect(await github.readTree({ owner: 'zoe', name: 'empty' }, tree)).toEqual({ outcome: 'not-found' })
  })

  it('that is not there is not-found; of a blocked repository it is could-not-tell', async () => {
    const { github, tree, practice } = await open()
    expect(await github.readTree(sdk, 'f'.repeat(40))).toEqual({ outcome: 'not-found' })
    practice.world.disable(
      'acme/sdk',
      'https://github.com/github/dmca/blob/master/2026/06/2026-06-01-acme.md',
    )
    expect(await github.readTree(sdk, tree)).toMatchObject({
      outcome: 'could-not-tell',
      reason: expect.stringContaining('451'),
    })
  })

  it('that does not hash to its id is looked at twice, and then said to be unproven', async () => {
    // File names that are no UTF-8 come as U+FFFD; no practice world can hold them.
    const listing = {
      sha: 'a'.repeat(40),
      truncated: false,
      tree: [{ path: 'bad\uFFFD.ts', mode: '100644', type: 'blob', sha: 'b'.repeat(40), size: 3 }],
    }
    let looks = 0
    const edge = {
      ask: () => {
        looks++
        return Promise.resolve({
          kind: 'answer' as const,
          status: 200,
          headers: {},
          body: Buffer.alloc(0),
          content: listing,
          redirected: false,
        })
      },
    }
    const { entries, verified } = valueOf(await readTree(edge, sdk, 'a'.repeat(40)))
    expect({ looks, verified, paths: entries.map(({ path }) => path) }).toEqual({
      looks: 2,
      verified: false,
      paths: ['bad\uFFFD.ts'],
    })
  })

  it.each([
    ['nothing', []],
    ['a file without its folder', [{ path: 'src/a.ts', mode: '100644', type: 'blob', sha: 'b'.repeat(40) }]],
    ['a folder without its files', [{ path: 'src', mode: '040000', type: 'tree', sha: 'c'.repeat(40) }]],
  ])('of which %s came, each time, is could-not-tell', async (_, items) => {
    // GitHub says that this is all; no practice world lies so.
    const content = { sha: 'a'.repeat(40), truncated: false, tree: items }
    const answer = { kind: 'answer' as const, status: 200, headers: {}, body: Buffer.alloc(0) }
    const edge = { ask: () => Promise.resolve({ ...answer, content, redirected: false }) }
    expect(await readTree(edge, sdk, 'a'.repeat(40))).toMatchObject({ outcome: 'could-not-tell' })
  })

  it('that comes cut off or not at all is asked for again', async () => {
    const { github, tree, practice } = await open()
    for (const kind of ['truncated', 'reset', 'bad-gateway'] as const) {
      practice.plan({ kind, times: 2, when: ({ path }) => path.includes('/git/trees/') })
      expect(valueOf(await github.readTree(sdk, tree)).entries).toHaveLength(45)
    }
  })
})
