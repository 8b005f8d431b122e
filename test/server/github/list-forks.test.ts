import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { ForkPage } from '../../../server/github/list-forks.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import type { RepositoryDefinition, WorldDefinition } from '../../practice-github/world/definition.ts'
import { openPractice, valueOf } from './open-practice.ts'
import type { Practice } from './open-practice.ts'

const root = { owner: 'acme', name: 'sdk' }
const rootDefinition: RepositoryDefinition = { ...root, files: { 'a.ts': 'export const a = 1\n' } }

/** `count` forks; `parentOf(i)` is the number of the fork that fork i was made from, -1 for the root. */
function network(count: number, parentOf: (index: number) => number = () => -1): WorldDefinition {
  const forks = Array.from({ length: count }, (_, index): RepositoryDefinition => {
    const parent = parentOf(index)
    return { owner: `user-${index}`, name: 'sdk', forkOf: parent < 0 ? 'acme/sdk' : `user-${parent}/sdk` }
  })
  return defineWorld({ repositories: [rootDefinition, ...forks] })
}

const owners = (count: number) => Array.from({ length: count }, (_, index) => `user-${index}`).sort()

let opened: (Practice & { close: () => Promise<void> }) | undefined
async function open(...args: Parameters<typeof openPractice>) {
  opened = await openPractice(...args)
  return opened
}
afterEach(async () => {
  await opened?.close()
  expect(opened?.practice.violations ?? []).toEqual([])
  opened = undefined
})

async function pagesOf(listing: ReturnType<Practice['github']['listForks']>): Promise<ForkPage[]> {
  const pages: ForkPage[] = []
  for await (const page of listing) pages.push(valueOf<ForkPage>(page))
  return pages
}
const listed = (pages: readonly ForkPage[]) =>
  pages.flatMap(({ forks }) => forks.map(({ repository }) => repository.owner))

describe('a listing of a fork network', () => {
  it('holds every fork of forks exactly once, with its parent, whatever the network looks like', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 25 }), async (parents) => {
        const parentOf = (index: number) => (parents[index]! % (index + 1)) - 1
        const { github, practice, close } = await openPractice({ world: network(parents.length, parentOf) })
        const pages = await pagesOf(github.listForks(root))
        expect(listed(pages).sort()).toEqual(owners(parents.length))
        for (const { repository } of pages.flatMap(({ forks }) => forks)) {
          const index = Number(repository.owner.slice('user-'.length))
          const parent = parentOf(index)
          const { id } = practice.world.find(parent < 0 ? 'acme/sdk' : `user-${parent}/sdk`)
          expect(repository.parentId).toBe(id)
        }
        await close()
      }),
      { numRuns: 15 },
    )
  })

  it('of untouched forks costs one request a hundred, and says so by their trees', async () => {
    const { github, ledger } = await open({ world: network(250) })
    const { heads: own } = valueOf(await github.listHeads(root))
    ledger.length = 0
    const pages = await pagesOf(github.listForks(root))
    // The root's id, three pages, and a count at the end.
    expect(ledger).toHaveLength(5)
    const trees = new Set(
      pages.flatMap(({ forks }) =>
        forks.flatMap(({ heads }) => valueOf(heads).heads.map(({ tree }) => tree)),
      ),
    )
    expect([...trees]).toEqual([own[0]!.tree])
  })

  it('goes on from any page’s checkpoint, stored as JSON, without losing a fork', async () => {
    const { github } = await open({ world: network(230, (index) => (index % 7 === 3 ? index - 1 : -1)) })
    const pages = await pagesOf(github.listForks(root))
    for (let stop = 0; stop < pages.length; stop += 5) {
      const before = pages.slice(0, stop + 1)
      const checkpoint = JSON.parse(JSON.stringify(before.at(-1)!.checkpoint)) as ForkPage['checkpoint']
      const after = await pagesOf(github.listForks(root, checkpoint))
      expect([...new Set([...listed(before), ...listed(after)])].sort()).toEqual(owners(230))
    }
  })

  it('holds forks that are made while it is read, after the last page too', async () => {
    const { github, practice } = await open({
      world: network(150),
      weather: { forksAppear: { of: 'acme/sdk', atMost: 2 } },
    })
    const names: string[] = []
    for await (const page of github.listForks(root)) {
      names.push(...listed([valueOf<ForkPage>(page)]))
      if (names.length === 152) practice.world.fork('acme/sdk', 'last/sdk')
    }
    expect(names).toHaveLength(153)
    expect(new Set(names).size).toBe(153)
    expect(names).toContain('last')
  })

  it('holds the forks of a fork that is deleted while it is read: they move up to its parent', async () => {
    // The eleven oldest: where they move to was read before.
    const world = network(130, (index) => (index >= 1 && index <= 10 ? 0 : -1))
    const { github, practice } = await open({ world })
    const names: string[] = []
    for await (const page of github.listForks(root)) {
      if (names.length === 0) practice.world.delete('user-0/sdk')
      names.push(...listed([valueOf<ForkPage>(page)]))
    }
    expect(names.sort()).toEqual(owners(130))
  })

  it('shows a disabled fork as such, and the forks below it', async () => {
    const { github, practice } = await open({ world: network(3, (index) => index - 1) })
    practice.world.disable(
      'user-1/sdk',
      'https://github.com/github/dmca/blob/master/2026/06/2026-06-01-acme.md',
    )
    const pages = await pagesOf(github.listForks(root))
    expect(
      pages.flatMap(({ forks }) => forks.map(({ repository, disabled }) => [repository.owner, disabled])),
    ).toEqual([
      ['user-0', false],
      ['user-1', true],
      ['user-2', false],
    ])
  })

  it('asks for half a page, and less, when it takes GitHub too long', async () => {
    const { github, practice } = await open({ world: network(60), limits: { graphqlNodesInTime: 120 } })
    expect(listed(await pagesOf(github.listForks(root))).sort()).toEqual(owners(60))
    expect(practice.requests.some(({ status }) => status === 502)).toBe(true)
  })

  it('keeps the forks before the place where a resource limit cut a page short', async () => {
    const { github, practice } = await open({ world: network(60), limits: { graphqlNodesInResources: 120 } })
    expect(listed(await pagesOf(github.listForks(root))).sort()).toEqual(owners(60))
    expect(practice.requests.length).toBeLessThan(20)
  })

  it('ends with could-not-tell, never as if that were all', async () => {
    const { connect, practice } = await open({ world: network(250) })
    const github = connect({ patience: 0 })
    const outcomes: string[] = []
    for await (const page of github.listForks(root)) {
      outcomes.push(page.outcome)
      practice.plan({ kind: 'server-error', times: 9 })
    }
    expect(outcomes).toEqual(['found', 'could-not-tell'])
  })

  it('of a repository that is not there is not-found', async () => {
    const { github } = await open({ world: network(0) })
    for await (const page of github.listForks({ owner: 'nobody', name: 'sdk' }))
      expect(page.outcome).toBe('not-found')
  })

  it('of a repository that GitHub hides meanwhile is could-not-tell', async () => {
    const { github, practice } = await open({ world: network(2), limits: { graphqlDisabled: 'null' } })
    const answer = await github.getRepository(root)
    const { id, nodeId } = (answer as { repository: { id: number; nodeId: string } }).repository
    practice.world.block('acme/sdk')
    const outcomes = []
    for await (const page of github.listForks({ ...root, id, nodeId })) outcomes.push(page.outcome)
    expect(outcomes).toEqual(['could-not-tell'])
  })
})

describe('the heads of a listed fork', () => {
  const many = Object.fromEntries(
    Array.from({ length: 130 }, (_, index) => [`b${index}`, { files: { 'b.ts': `${index}\n` } }]),
  )

  it('are all there, however many branches and tags it has', async () => {
    const world = defineWorld({
      repositories: [
        rootDefinition,
        { owner: 'many', name: 'sdk', forkOf: 'acme/sdk', branches: many, tags: many },
        { owner: 'few', name: 'sdk', forkOf: 'acme/sdk' },
      ],
    })
    const { github } = await open({ world })
    const [page] = await pagesOf(github.listForks(root))
    const heads = new Map(
      page!.forks.map(({ repository, heads }) => [repository.owner, valueOf(heads).heads]),
    )
    expect(heads.get('many')).toHaveLength(261)
    expect(new Set(heads.get('many')!.map(({ tree }) => tree)).size).toBe(131)
    expect(heads.get('few')).toHaveLength(1)
    expect(
      valueOf(await github.listHeads({ owner: 'many', name: 'sdk' }))
        .heads.map(({ ref }) => ref)
        .sort(),
    ).toEqual(
      heads
        .get('many')!
        .map(({ ref }) => ref)
        .sort(),
    )
  })

  it('are could-not-tell when the rest of them cannot be read; the fork is listed all the same', async () => {
    const world = defineWorld({
      repositories: [rootDefinition, { owner: 'many', name: 'sdk', forkOf: 'acme/sdk', branches: many }],
    })
    const { connect, practice } = await open({ world })
    practice.plan({
      kind: 'server-error',
      times: 99,
      when: ({ graphql }) => graphql?.includes('first: 100') ?? false,
    })
    const [page] = await pagesOf(connect({ patience: 60_000 }).listForks(root))
    expect(page!.forks).toMatchObject([
      { repository: { owner: 'many' }, heads: { outcome: 'could-not-tell' } },
    ])
  })

  it('lead through annotated tags to commits, and say what is no commit', async () => {
    const world = defineWorld({
      repositories: [
        rootDefinition,
        {
          owner: 'tag',
          name: 'sdk',
          forkOf: 'acme/sdk',
          tags: { v1: { annotation: 'first', files: { 'b.ts': 'x\n' } } },
        },
      ],
    })
    const { github, practice } = await open({ world })
    const repository = practice.world.find('tag/sdk')
    const blob = repository.network.objects.add({
      type: 'blob',
      data: Buffer.from('export const leak = 1\n'),
    })
    repository.refs = new Map([...repository.refs, ['refs/tags/only-a-file', blob]])
    const { heads, others } = valueOf(await github.listHeads({ owner: 'tag', name: 'sdk' }))
    expect(heads.map(({ ref }) => ref)).toEqual(['refs/heads/main', 'refs/tags/v1'])
    expect(heads[1]!.tree).not.toBe(heads[0]!.tree)
    expect(others).toEqual([{ ref: 'refs/tags/only-a-file', oid: blob, type: 'blob' }])
  })

  it('never show what other repositories of the network hold', async () => {
    const world = defineWorld({
      repositories: [
        rootDefinition,
        { owner: 'clean', name: 'sdk', forkOf: 'acme/sdk' },
        { owner: 'leak', name: 'sdk', forkOf: 'acme/sdk', files: { 'leak.ts': 'export const secret = 1\n' } },
      ],
    })
    const { github } = await open({ world })
    const [page] = await pagesOf(github.listForks(root))
    const trees = new Map(
      page!.forks.map(({ repository, heads }) => [repository.owner, valueOf(heads).heads[0]!.tree]),
    )
    const clean = { owner: 'clean', name: 'sdk' }
    // The trap: the leak's tree resolves through the clean fork …
    const trap = valueOf(await github.readTree(clean, trees.get('leak')!))
    expect(trap.entries.map(({ path }) => path)).toContain('leak.ts')
    // … and is none of its heads.
    expect(valueOf(await github.listHeads(clean)).heads.map(({ tree }) => tree)).not.toContain(
      trees.get('leak'),
    )
    expect(trees.get('clean')).not.toBe(trees.get('leak'))
  })

  it('of an empty repository are none', async () => {
    const { github } = await open({ world: defineWorld({ repositories: [{ owner: 'zoe', name: 'empty' }] }) })
    expect(await github.listHeads({ owner: 'zoe', name: 'empty' })).toEqual({
      outcome: 'found',
      value: { heads: [], others: [] },
    })
  })
})
