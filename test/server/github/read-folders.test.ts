import { afterEach, describe, expect, it } from 'vitest'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { headTree } from '../../practice-github/world/repository.ts'
import { openPractice, valueOf } from './open-practice.ts'
import type { Practice } from './open-practice.ts'

const world = defineWorld({
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      files: {
        'a.sh': { content: '#!/bin/sh\n', executable: true },
        'src/one.ts': 'export const one = 1\n',
        'src/deep/two.ts': 'export const two = 2\n',
        link: { symlink: 'a.sh' },
        vendor: { submodule: '1'.repeat(40) },
        'Ünï.md': 'x\n',
      },
    },
    ...Array.from({ length: 120 }, (_, i) => ({
      owner: `user-${i}`,
      name: 'sdk',
      forkOf: 'acme/sdk',
      files: { [`notes/${i}.md`]: `Note ${i}\n` },
    })),
  ],
})

let opened: (Practice & { close: () => Promise<void> }) | undefined
async function open(options: Partial<Parameters<typeof openPractice>[0]> = {}) {
  opened = await openPractice({ world, ...options })
  const { github } = opened
  const wanted = []
  for (const repository of [
    { owner: 'acme', name: 'sdk' },
    ...Array.from({ length: 120 }, (_, i) => ({ owner: `user-${i}`, name: 'sdk' })),
  ]) {
    const found = opened.practice.world.find(`${repository.owner}/sdk`)
    wanted.push({ repository, tree: headTree(found)! })
  }
  return { ...opened, github, wanted }
}
afterEach(async () => {
  await opened?.close()
  expect(opened?.practice.violations ?? []).toEqual([])
  opened = undefined
})

describe('folders', () => {
  it('of many repositories come in few requests, each proven by its own id', async () => {
    const { github, wanted, ledger } = await open()
    const answers = await github.readFolders(wanted)
    expect(answers.size).toBe(121)
    expect([...answers.values()].every(({ outcome }) => outcome === 'found')).toBe(true)
    expect(ledger).toHaveLength(3)
    const root = valueOf<{ name: string; mode: string }[]>(answers.get(wanted[0]!.tree))
    expect(new Map(root.map(({ name, mode }) => [name, mode]))).toEqual(
      new Map([
        ['a.sh', '100755'],
        ['link', '120000'],
        ['src', '040000'],
        ['vendor', '160000'],
        ['Ünï.md', '100644'],
      ]),
    )
  })

  it('come whole in bad weather', async () => {
    const { github, wanted } = await open({
      weather: { seed: 7, truncated: 0.15, reset: 0.1, badGateway: 0.15, serverError: 0.1 },
    })
    const answers = await github.readFolders(wanted)
    expect([...answers.values()].map(({ outcome }) => outcome)).toEqual(wanted.map(() => 'found'))
  })

  it('are asked for in halves when it takes GitHub too long', async () => {
    const { github, wanted, practice } = await open({ limits: { graphqlNodesInTime: 40 } })
    const answers = await github.readFolders(wanted)
    expect([...answers.values()].every(({ outcome }) => outcome === 'found')).toBe(true)
    expect(practice.requests.some(({ status }) => status === 502)).toBe(true)
  })

  it('that are nowhere are not-found; of a repository that is gone, could-not-tell', async () => {
    const { github, wanted, practice } = await open()
    practice.world.delete('user-3/sdk')
    const missing = { tree: 'f'.repeat(40), repository: wanted[0]!.repository }
    const gone = wanted.find(({ repository }) => repository.owner === 'user-3')!
    const answers = await github.readFolders([missing, gone, wanted[0]!])
    expect(answers.get(missing.tree)).toEqual({ outcome: 'not-found' })
    expect(answers.get(gone.tree)).toMatchObject({ outcome: 'could-not-tell' })
    expect(answers.get(wanted[0]!.tree)).toMatchObject({ outcome: 'found' })
  })
})
