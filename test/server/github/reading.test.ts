import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { collect, openPractice, valueOf } from './open-practice.ts'

const world = defineWorld({
  users: [{ login: 'acme', type: 'Organization' }],
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      id: 1001,
      files: { 'README.md': '# SDK\n', 'src/a.ts': 'export const a = 1\n' },
      license: 'MIT',
    },
    { owner: 'bob', name: 'sdk', forkOf: 'acme/sdk' },
    {
      owner: 'eve',
      name: 'sdk',
      forkOf: 'acme/sdk',
      files: { 'leak/secret.ts': 'export const secret = 2\n' },
    },
    { owner: 'kim', name: 'sdk', forkOf: 'eve/sdk', tags: { v1: { annotation: 'first', from: 'main' } } },
    { owner: 'zoe', name: 'empty' },
    { owner: 'dan', name: 'copy', files: { 'x/secret.ts': 'export const secret = 2\n' } },
  ],
})

let all: Awaited<ReturnType<typeof openPractice>>
beforeAll(async () => {
  all = await openPractice({ world })
})
afterAll(async () => {
  await all.close()
  expect(all.practice.violations).toEqual([])
})

describe('the thin whole', () => {
  it('reads a repository, its heads, its tree and its files', async () => {
    const { github } = all
    const answer = await github.getRepository({ owner: 'kim', name: 'sdk' })
    expect(answer).toMatchObject({
      outcome: 'available',
      repository: { owner: 'kim', name: 'sdk', fork: true, networkRootId: 1001 },
    })
    const { heads } = valueOf(await github.listHeads({ owner: 'kim', name: 'sdk' }))
    expect(heads.map(({ ref }) => ref)).toEqual(['refs/heads/main', 'refs/tags/v1'])
    const tree = valueOf(await github.readTree({ owner: 'kim', name: 'sdk' }, heads[1]!.tree))
    expect(tree.entries.map(({ path }) => path)).toEqual(['README.md', 'leak/secret.ts', 'src/a.ts'])
    const blobs = await github.readBlobs({ owner: 'kim', name: 'sdk' }, tree.entries)
    const secret = tree.entries[1]!.blob
    expect(Buffer.from(valueOf(blobs.get(secret))).toString()).toBe('export const secret = 2\n')
  })

  it('finds code, and lists a network', async () => {
    const { github } = all
    const page = valueOf(await github.searchCode({ query: 'secret extension:ts' }))
    expect(page).toMatchObject({
      totalCount: 1,
      items: [{ owner: 'dan', name: 'copy', path: 'x/secret.ts' }],
    })
    const pages = (await collect(github.listForks({ owner: 'acme', name: 'sdk' }))).map((page) =>
      valueOf(page),
    )
    const names = pages.flatMap(({ forks }) => forks.map(({ repository }) => repository.owner))
    expect(names).toEqual(['bob', 'eve', 'kim'])
  })
})
