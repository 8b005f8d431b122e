import { afterEach, expect, it } from 'vitest'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { headTree } from '../../practice-github/world/repository.ts'
import { openPractice, valueOf } from './open-practice.ts'
import type { Practice } from './open-practice.ts'

const files = { 'src/one.ts': 'export const one = 1\n', 'README.md': '# One\n' }
const world = defineWorld({
  repositories: [
    { owner: 'acme', name: 'sdk', files },
    { owner: 'eve', name: 'anew', files, message: 'mine' },
    { owner: 'zoe', name: 'fork', forkOf: 'acme/sdk' },
    { owner: 'kim', name: 'other', files: { ...files, 'README.md': '# Other\n' } },
  ],
})

let opened: (Practice & { close: () => Promise<void> }) | undefined
afterEach(async () => {
  await opened?.close()
  expect(opened?.practice.violations ?? []).toEqual([])
  opened = undefined
})

it('finds the repositories that hold exactly this root tree, and spends the search budget', async () => {
  opened = await openPractice({ world })
  const { github, practice, ledger } = opened
  const tree = headTree(practice.world.find('acme/sdk'))!
  const page = valueOf<{ items: { owner: string; name: string }[]; hasMore: boolean }>(
    await github.searchCommits({ by: 'tree', id: tree }),
  )
  expect(page.items.map(({ owner, name }) => `${owner}/${name}`).sort()).toEqual(['acme/sdk', 'eve/anew'])
  expect(page.hasMore).toBe(false)
  expect(ledger.map(({ bucket }) => bucket)).toEqual(['search'])
})

it('is could-not-tell when GitHub fails, never nothing', async () => {
  opened = await openPractice({ world, weather: { serverError: 1 } })
  expect(await opened.github.searchCommits({ by: 'hash', id: 'f'.repeat(40) })).toMatchObject({
    outcome: 'could-not-tell',
  })
})
