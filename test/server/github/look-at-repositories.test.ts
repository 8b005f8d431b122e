import { expect, it } from 'vitest'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice, valueOf } from './open-practice.ts'

const files = { 'a.ts': 'one\n' }
const world = defineWorld({
  repositories: [
    { owner: 'acme', name: 'root', id: 1001, files },
    { owner: 'bob', name: 'fork', id: 1002, forkOf: 'acme/root' },
    { owner: 'cid', name: 'fork-of-fork', id: 1003, forkOf: 'bob/fork' },
    { owner: 'dan', name: 'disabled', id: 1004, files, block: { reason: 'dmca' } },
    { owner: 'eva', name: 'empty', id: 1005 },
    {
      owner: 'flo',
      name: 'branches',
      id: 1006,
      files,
      branches: Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`b-${i}`, 'main'])),
      tags: { v1: { annotation: 'one' } },
    },
    ...Array.from({ length: 60 }, (_, i) => ({ owner: `many-${i}`, name: 'copy', id: 2000 + i, files })),
  ],
})
const places = world.repositories.map(({ owner, name }) => ({ owner, name }))

it('shows fifty repositories in one request, with every ref and the root of the network', async () => {
  const { github, practice, close } = await openPractice({ world })
  const answers = await github.lookAtRepositories(places)

  expect(answers.slice(0, 3).map((answer) => valueOf(answer).rootId)).toEqual([1001, 1001, 1001])
  expect(valueOf(answers[2]).ancestors.map(({ owner }) => owner)).toEqual(['bob', 'acme'])
  expect(valueOf(answers[3]).disabled).toBe(true)
  expect(valueOf(valueOf(answers[4]).heads).heads).toEqual([])
  expect(valueOf(valueOf(answers[5]).heads).heads).toHaveLength(47)
  expect(answers.slice(6).map((answer) => valueOf(answer).repository.id)).toEqual(
    Array.from({ length: 60 }, (_, i) => 2000 + i),
  )
  // Two for the looks, and those for the rest of one repository's branches.
  expect(practice.requests).toHaveLength(3)
  expect(practice.violations).toEqual([])
  await close()
})

it('follows a new name, and says only that it sees nothing where there is nothing', async () => {
  const { github, practice, close } = await openPractice({ world })
  practice.world.rename('many-0/copy', 'many-0/renamed')
  practice.world.delete('many-1/copy')
  const [renamed, deleted] = await github.lookAtRepositories([
    { owner: 'many-0', name: 'copy' },
    { owner: 'many-1', name: 'copy' },
  ])
  expect(valueOf(renamed).repository).toMatchObject({ id: 2000, name: 'renamed' })
  expect(deleted).toEqual({ outcome: 'not-found' })
  await close()
})

it('leaves to REST a root that lies beyond what it asked for', async () => {
  const chain = defineWorld({
    repositories: Array.from({ length: 7 }, (_, i) => ({
      owner: `user-${i}`,
      name: 'r',
      id: 3000 + i,
      ...(i === 0 ? { files } : { forkOf: `user-${i - 1}/r` }),
    })),
  })
  const { github, close } = await openPractice({ world: chain })
  const answers = await github.lookAtRepositories(chain.repositories)
  const roots = answers.map((answer) => valueOf(answer).rootId)
  expect(roots.slice(0, 4)).toEqual([3000, 3000, 3000, 3000])
  expect(roots[6]).toBeNull()
  await close()
})

it('asks for less when it takes GitHub too long, and gives what could be told', async () => {
  const { github, practice, close } = await openPractice({ world })
  practice.plan({ kind: 'bad-gateway', times: 2 })
  const answers = await github.lookAtRepositories(places)
  expect(answers.every(({ outcome }) => outcome === 'found')).toBe(true)
  await close()
})
