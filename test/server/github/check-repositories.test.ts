import { describe, expect, it } from 'vitest'
import type { Known } from '../../../server/github/check-repositories.ts'
import { repositoryNodeId } from '../../practice-github/world/node-id.ts'
import { checkRepositories } from '../../../server/github/check-repositories.ts'
import type { Edge } from '../../../server/github/edge.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice, valueOf } from './open-practice.ts'

const NOTICE = 'https://github.com/github/dmca/blob/master/2026/06/2026-06-02-acme.md'
const world = defineWorld({
  repositories: Array.from({ length: 120 }, (_, index) => ({
    owner: `user-${index}`,
    name: 'copy',
    id: 9000 + index,
    files: { 'a.ts': `export const a = ${index}\n` },
  })),
})
const known = Array.from({ length: 120 }, (_, index): Known => {
  const id = 9000 + index
  // Some are known by their name alone.
  return {
    id,
    nodeId: index % 3 === 0 ? null : repositoryNodeId({ id }),
    owner: `user-${index}`,
    name: 'copy',
  }
})

describe('a check of many repositories', () => {
  it('costs one request for each fifty', async () => {
    const { github, practice, ledger, close } = await openPractice({ world })
    const answers = await github.checkRepositories([...known, ...known])
    expect(answers.size).toBe(120)
    expect([...answers.values()].every(({ outcome }) => outcome === 'found')).toBe(true)
    expect(ledger.map(({ bucket, cost }) => [bucket, cost])).toEqual([
      ['graphql', 1],
      ['graphql', 1],
      ['graphql', 1],
    ])
    expect(practice.violations).toEqual([])
    await close()
  })

  it('shows what may have changed: a push, a new name, disabled, gone', async () => {
    for (const graphqlDisabled of ['object', 'null'] as const) {
      const { github, practice, close } = await openPractice({ world, limits: { graphqlDisabled } })
      const before = valueOf((await github.checkRepositories(known)).get(9001))
      practice.advance(60_000)
      practice.world.push('user-1/copy', { files: { 'a.ts': null, 'b.ts': 'export {}\n' } })
      practice.world.rename('user-2/copy', 'user-2/renamed')
      practice.world.rename('user-3/copy', 'user-3/renamed')
      practice.world.disable('user-4/copy', NOTICE)
      practice.world.delete('user-5/copy')
      const after = await github.checkRepositories(known.slice(0, 7))
      const pushed = valueOf(after.get(9001))
      expect(pushed.repository.pushedAt!.getTime()).toBeGreaterThan(before.repository.pushedAt!.getTime())
      expect(pushed.head!.tree).not.toBe(before.head!.tree)
      expect(valueOf(after.get(9002)).repository.name).toBe('renamed')
      expect(valueOf(after.get(9003)).repository.name).toBe('renamed')
      if (graphqlDisabled === 'object') expect(valueOf(after.get(9004)).disabled).toBe(true)
      else expect(after.get(9004)).toMatchObject({ outcome: 'not-found' })
      expect(after.get(9005)).toMatchObject({ outcome: 'not-found' })
      expect(after.get(9006)).toMatchObject({ outcome: 'found' })
      await close()
    }
  })

  it('is not deceived by another repository under the old name', async () => {
    const { github, practice, close } = await openPractice({ world })
    practice.world.rename('user-3/copy', 'user-3/renamed')
    practice.world.create({ owner: 'user-3', name: 'copy', files: { 'x.ts': 'innocent\n' } })
    const answers = await github.checkRepositories(known.slice(3, 4))
    expect(answers.get(9003)).toEqual({ outcome: 'not-found' })
    await close()
  })

  it('loses no other answer when one of them is too much for GitHub', async () => {
    const { github, close } = await openPractice({ world, limits: { graphqlNodesInTime: 40 } })
    const answers = await github.checkRepositories(known)
    expect([...answers.values()].filter(({ outcome }) => outcome === 'found')).toHaveLength(120)
    await close()
  })

  it('is could-not-tell throughout when GitHub is down', async () => {
    const { connect, close } = await openPractice({ world })
    await close()
    const answers = await connect().checkRepositories(known)
    expect([...answers.values()].every(({ outcome }) => outcome === 'could-not-tell')).toBe(true)
    expect(answers.size).toBe(120)
  })
})

describe('the first commit with a file', () => {
  const history = (count: number) =>
    defineWorld({
      repositories: [
        {
          owner: 'eve',
          name: 'copy',
          commits: [
            { message: 'start', files: { 'README.md': 'x\n' }, at: '2026-05-01T00:00:00Z' },
            { message: 'leak', files: { 'leak.ts': 'v0\n' }, at: '2026-05-02T00:00:00Z' },
            ...Array.from({ length: count }, (_, index) => ({
              message: 'edit',
              files: { 'leak.ts': `v${index + 1}\n` },
            })),
          ],
        },
        { owner: 'zoe', name: 'empty' },
      ],
    })

  it('is the oldest that touched it, in one or two requests', async () => {
    for (const [count, requests] of [
      [3, 1],
      [230, 2],
    ] as const) {
      const { github, ledger, practice, close } = await openPractice({ world: history(count) })
      const answer = await github.firstCommitWith(
        { owner: 'eve', name: 'copy' },
        { path: 'leak.ts', from: 'main' },
      )
      expect(valueOf(answer).at).toEqual(new Date('2026-05-02T00:00:00Z'))
      expect(ledger).toHaveLength(requests)
      expect(practice.violations).toEqual([])
      await close()
    }
  })

  it('is the same however often it is asked for: an answer that did not change leads to the last page, too', async () => {
    const kept = new Map<string, { etag: string; body: Uint8Array }>()
    const cache = {
      get: (key: string) => Promise.resolve(kept.get(key)),
      put: (key: string, answer: { etag: string; body: Uint8Array }) => {
        kept.set(key, answer)
        return Promise.resolve()
      },
    }
    const { github, close } = await openPractice({ world: history(130) }, { cache })
    const ask = () =>
      github.firstCommitWith({ owner: 'eve', name: 'copy' }, { path: 'leak.ts', from: 'main' })
    const first = valueOf(await ask())
    expect(first.at).toEqual(new Date('2026-05-02T00:00:00Z'))
    expect(valueOf(await ask())).toEqual(first)
    await close()
  })

  it('is not-found where nothing touched it, and in an empty repository', async () => {
    const { github, close } = await openPractice({ world: history(1) })
    expect(
      await github.firstCommitWith({ owner: 'eve', name: 'copy' }, { path: 'other.ts', from: 'main' }),
    ).toEqual({ outcome: 'not-found' })
    expect(
      await github.firstCommitWith({ owner: 'zoe', name: 'empty' }, { path: 'a', from: 'main' }),
    ).toEqual({ outcome: 'not-found' })
    await close()
  })
})

it('whose branches or tags GitHub does not tell is could-not-tell, not one without any', async () => {
  // Null with an error beside it: no practice world answers so.
  const shown = {
    id: 'R_1',
    databaseId: 1,
    name: 'sdk',
    owner: { login: 'acme' },
    isFork: false,
    isPrivate: false,
    isArchived: false,
    isDisabled: false,
    isEmpty: false,
    stargazerCount: 0,
    createdAt: '2026-05-01T00:00:00Z',
    head: null,
    branches: { totalCount: 3 },
    tags: null,
  }
  const edge = {
    wait: () => ({ for: () => Promise.resolve(false) }),
    askGraphql: () => Promise.resolve({ kind: 'answer', data: { n0: shown }, errors: [], cutShort: false }),
  } as unknown as Edge
  const answers = await checkRepositories(edge, [{ id: 1, nodeId: 'R_1', owner: 'acme', name: 'sdk' }])
  expect(answers.get(1)).toMatchObject({ outcome: 'could-not-tell' })
})
