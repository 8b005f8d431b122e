import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, askGraphql } from './ask.ts'
import { startPracticeGitHub } from './start.ts'
import type { PracticeGitHub } from './start.ts'
import { defineWorld } from './world/definition.ts'

const NOTICE = 'https://github.com/github/dmca/blob/master/2026/06/2026-06-02-acme.md'

const world = defineWorld({
  users: [{ login: 'acme', type: 'Organization' }],
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      files: { 'README.md': '# SDK\n', 'src/index.ts': 'export const a = 1\n' },
      license: 'MIT',
    },
    { owner: 'bob', name: 'sdk', forkOf: 'acme/sdk' },
    { owner: 'eve', name: 'sdk', forkOf: 'acme/sdk', files: { 'leak/secret.ts': 'export const s = 2\n' } },
    { owner: 'kim', name: 'sdk', forkOf: 'eve/sdk' },
    { owner: 'zoe', name: 'empty' },
  ],
})

let github: PracticeGitHub
beforeAll(async () => {
  github = await startPracticeGitHub({ world, limits: { codeSearch: 1000 } })
})
afterAll(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

describe('repositories', () => {
  it('say where they stand in their network', async () => {
    const { status, body } = await ask(github, '/repos/kim/sdk')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      full_name: 'kim/sdk',
      fork: true,
      parent: { full_name: 'eve/sdk' },
      source: { full_name: 'acme/sdk' },
      network_count: 3,
    })
    expect((await ask(github, '/repos/acme/sdk')).body).not.toHaveProperty('parent')
  })

  it('list direct forks only, in pages that say where the next one is', async () => {
    const first = await ask(github, '/repos/acme/sdk/forks?per_page=1&sort=oldest')
    expect(first.body).toMatchObject([{ full_name: 'bob/sdk' }])
    expect(first.headers.get('link')).toMatch(/\/repositories\/\d+\/forks\?.*page=2>; rel="next"/)
    const all = (await ask(github, '/repos/acme/sdk/forks')).body as { full_name: string }[]
    expect(all.map((fork) => fork.full_name)).toEqual(['eve/sdk', 'bob/sdk'])
  })

  it('share objects with their whole network: a blob that resolves is no evidence of a copy', async () => {
    const tree = (await ask(github, '/repos/eve/sdk/git/trees/main?recursive=0')).body as {
      tree: { path: string; sha: string }[]
    }
    const leak = tree.tree.find(({ path }) => path === 'leak/secret.ts')!
    expect((await ask(github, `/repos/bob/sdk/git/blobs/${leak.sha}`)).status).toBe(200)
    const own = (await ask(github, '/repos/bob/sdk/git/trees/main?recursive=1')).body as {
      tree: { path: string }[]
    }
    expect(own.tree.map(({ path }) => path)).toEqual(['README.md', 'src', 'src/index.ts'])
    expect((await ask(github, `/repos/zoe/empty/git/blobs/${leak.sha}`)).status).toBe(409)
  })

  it('answer by GraphQL with every branch head of a page of forks', async () => {
    const query = `query($cursor: String) { rateLimit { cost } repository(owner: "acme", name: "sdk") {
      forkCount forks(first: 100, after: $cursor, orderBy: { field: CREATED_AT, direction: ASC }) {
        totalCount nodes { nameWithOwner refs(first: 10, refPrefix: "refs/heads/") {
          nodes { name target { oid ... on Commit { tree { oid } } } } } } } } }`
    const { body } = await askGraphql(github, query)
    expect(body).toMatchObject({
      data: {
        rateLimit: { cost: 1 },
        repository: {
          forkCount: 3,
          forks: { totalCount: 2, nodes: [{ nameWithOwner: 'bob/sdk' }, { nameWithOwner: 'eve/sdk' }] },
        },
      },
    })
  })

  it('answer 451 with the notice when disabled, 404 when gone, 301 when renamed, and are listed as disabled', async () => {
    const own = await startPracticeGitHub({ world })
    try {
      own.world.disable('eve/sdk', NOTICE)
      const disabled = await ask(own, '/repos/eve/sdk')
      expect(disabled.status).toBe(451)
      expect(disabled.body).toMatchObject({ block: { reason: 'dmca', html_url: NOTICE } })
      expect((await ask(own, '/repos/acme/sdk/forks')).body).toMatchObject([
        { full_name: 'eve/sdk', disabled: true },
        {},
      ])
      own.world.block('kim/sdk')
      expect(await ask(own, '/repos/kim/sdk')).toMatchObject({
        status: 403,
        body: { block: { reason: 'tos' } },
      })
      own.world.delete('zoe/empty')
      expect((await ask(own, '/repos/zoe/empty')).status).toBe(404)
      own.world.rename('bob/sdk', 'robert/kit')
      const moved = await ask(own, '/repos/bob/sdk/forks?per_page=5')
      expect(moved.status).toBe(301)
      expect(moved.headers.get('location')).toMatch(/\/repositories\/700000002\/forks\?per_page=5$/)
      expect((await ask(own, '/repositories/700000002')).body).toMatchObject({ full_name: 'robert/kit' })
      own.world.reinstate('eve/sdk')
      expect((await ask(own, '/repos/eve/sdk')).status).toBe(200)
      expect(own.violations).toEqual([])
    } finally {
      await own.close()
    }
  })
})
