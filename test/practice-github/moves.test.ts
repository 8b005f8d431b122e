import { describe, expect, it } from 'vitest'
import { ask, askGraphql } from './ask.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { defineWorld } from './world/definition.ts'

const world = defineWorld({
  startsAt: '2026-06-01T08:00:00Z',
  repositories: [
    { owner: 'acme', name: 'sdk', files: { 'a.ts': 'one\n' }, stars: 4 },
    { owner: 'ann', name: 'sdk', forkOf: 'acme/sdk' },
    { owner: 'bob', name: 'sdk', forkOf: 'acme/sdk' },
    { owner: 'cat', name: 'sdk', forkOf: 'bob/sdk' },
  ],
})
const clock = () => new Date('2026-06-01T10:00:00Z')

describe('a world moves on', () => {
  it('the oldest public fork follows a deleted root, and the others follow it', async () => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      github.world.delete('acme/sdk')
      expect((await ask(github, '/repos/acme/sdk')).status).toBe(404)
      const heir = await ask(github, '/repos/ann/sdk')
      expect(heir.body).toMatchObject({ fork: false, forks_count: 1, network_count: 2 })
      expect((await ask(github, '/repos/cat/sdk')).body).toMatchObject({
        parent: { full_name: 'bob/sdk' },
        source: { full_name: 'ann/sdk' },
      })
    })
  })

  it('a deleted fork leaves its forks to its parent', async () => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      github.world.delete('bob/sdk')
      expect((await ask(github, '/repos/cat/sdk')).body).toMatchObject({ parent: { full_name: 'acme/sdk' } })
      expect((await ask(github, '/repos/acme/sdk')).body).toMatchObject({ forks_count: 2, network_count: 2 })
    })
  })

  it('a private repository looks like none, and its public forks are a network of their own', async () => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      github.world.makePrivate('acme/sdk')
      expect((await ask(github, '/repos/acme/sdk')).status).toBe(404)
      expect((await ask(github, '/repos/bob/sdk')).body).toMatchObject({ source: { full_name: 'ann/sdk' } })
      github.world.push('acme/sdk', { files: { 'later.ts': 'secret\n' } })
      github.world.makePublic('acme/sdk')
      const { body } = await ask(github, '/repos/acme/sdk/git/trees/main')
      const { sha } = (body as { tree: { path: string; sha: string }[] }).tree.find(
        ({ path }) => path === 'later.ts',
      )!
      expect((await ask(github, `/repos/ann/sdk/git/blobs/${sha}`)).status).toBe(404)
    })
  })

  it("a suspended owner's repositories look deleted, in listings too", async () => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      github.world.suspendOwner('ann')
      expect((await ask(github, '/repos/ann/sdk')).status).toBe(404)
      expect((await ask(github, '/users/ann')).status).toBe(404)
      const query =
        '{ repository(owner: "acme", name: "sdk") { forks(first: 9) { nodes { nameWithOwner } } } }'
      expect((await askGraphql(github, query)).body).toEqual({
        data: { repository: { forks: { nodes: [{ nameWithOwner: 'bob/sdk' }] } } },
      })
    })
  })

  it('a name that was left can be taken by somebody else; the id still leads to the first', async () => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      const { id } = (await ask(github, '/repos/ann/sdk')).body as { id: number }
      github.world.rename('ann/sdk', 'kit')
      github.world.create({ owner: 'ann', name: 'sdk', files: { 'other.ts': 'other\n' } })
      expect((await ask(github, '/repos/ann/sdk')).body).not.toMatchObject({ id })
      expect((await ask(github, `/repositories/${id}`)).body).toMatchObject({ full_name: 'ann/kit' })
      expect((await ask(github, '/repositories/999')).status).toBe(404)
      github.world.delete('ann/sdk')
      expect((await ask(github, '/repos/ann/sdk')).status).toBe(404)
    })
  })

  it('pushes, tags, forks and deletions are events, late, and gone from them after 30 days', async () => {
    await withPracticeGitHub({ world, clock, limits: { eventDelaySeconds: 300 } }, async (github) => {
      const types = async (path: string) => {
        const { body, headers } = await ask(github, path)
        expect(headers.get('x-poll-interval')).toBe('60')
        return (body as { type: string }[]).map(({ type }) => type)
      }
      const head = github.world.push('bob/sdk', { files: { 'b.ts': 'two\n' } })
      expect(await types('/repos/bob/sdk/events')).not.toContain('PushEvent')
      github.advance(300_000)
      github.world.tag('bob/sdk', 'v2')
      github.advance(300_000)
      github.world.dropTag('bob/sdk', 'v2')
      github.world.fork('bob/sdk', 'dan/sdk')
      github.advance(300_000)
      expect((await types('/repos/bob/sdk/events')).sort()).toEqual([
        'CreateEvent',
        'DeleteEvent',
        'ForkEvent',
        'ForkEvent',
        'PushEvent',
      ])
      const { body } = await ask(github, '/networks/acme/sdk/events')
      const push = (body as { type: string; payload: { head: string } }[]).find(
        ({ type }) => type === 'PushEvent',
      )!
      expect(push.payload.head).toBe(head)
      github.advance(31 * 86_400_000)
      expect(await types('/networks/acme/sdk/events')).toEqual([])
    })
  })

  it('a force push takes a branch back to where it was, and the old commit still resolves', async () => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      const leaked = github.world.push('ann/sdk', { files: { 'leak.ts': 'leak\n' } })
      github.world.push('ann/sdk', { from: 'acme/sdk:main', force: true })
      const { body } = await ask(github, '/repos/ann/sdk/git/trees/main')
      expect((body as { tree: { path: string }[] }).tree.map(({ path }) => path)).toEqual(['a.ts'])
      expect((await ask(github, `/repos/ann/sdk/commits/${leaked}`)).status).toBe(200)
      expect((await ask(github, `/repos/acme/sdk/commits/${leaked}`)).status).toBe(200)
    })
  })
})

describe('two practice GitHubs from one world', () => {
  it('never see each other', async () => {
    await withPracticeGitHub({ world }, async (one) => {
      await withPracticeGitHub({ world }, async (other) => {
        one.world.delete('ann/sdk')
        expect((await ask(one, '/repos/ann/sdk')).status).toBe(404)
        expect((await ask(other, '/repos/ann/sdk')).status).toBe(200)
        expect(other.requests).toHaveLength(1)
      })
    })
  })
})

describe('what is too big', () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`folder-${index % 3}/f${index}.ts`, `${index}\n`]),
  )
  const big = defineWorld({
    repositories: [{ owner: 'acme', name: 'big', files: { ...files, 'big.bin': Buffer.alloc(3000, 7) } }],
  })

  it('is cut from trees, which say so; each folder is whole for itself', async () => {
    await withPracticeGitHub({ world: big, limits: { treeEntries: 12 } }, async (github) => {
      const { body } = await ask(github, '/repos/acme/big/git/trees/main?recursive=1')
      const cut = body as { truncated: boolean; tree: { path: string; type: string; sha: string }[] }
      expect(cut.truncated).toBe(true)
      expect(cut.tree).toHaveLength(12)
      const root = (await ask(github, '/repos/acme/big/git/trees/main')).body as typeof cut
      expect(root.truncated).toBe(false)
      const folders = root.tree.filter(({ type }) => type === 'tree')
      expect(folders).toHaveLength(3)
      for (const { sha } of folders) {
        expect((await ask(github, `/repos/acme/big/git/trees/${sha}?recursive=1`)).body).toMatchObject({
          truncated: false,
        })
      }
    })
    await withPracticeGitHub({ world: big, limits: { treeBytes: 500 } }, async (github) => {
      expect((await ask(github, '/repos/acme/big/git/trees/main?recursive=1')).body).toMatchObject({
        truncated: true,
      })
    })
  })

  it('has no content in contents, text that is cut in GraphQL, and 403 as a blob', async () => {
    const limits = { contentsBytes: 1000, graphqlTextBytes: 1000, contentsEntries: 2 }
    await withPracticeGitHub({ world: big, limits }, async (github) => {
      expect((await ask(github, '/repos/acme/big/contents/big.bin')).body).toMatchObject({
        encoding: 'none',
        content: '',
        size: 3000,
      })
      expect((await ask(github, '/repos/acme/big/contents/folder-0')).body).toHaveLength(2)
      const raw = await ask(github, '/repos/acme/big/contents/big.bin', {
        accept: 'application/vnd.github.raw+json',
      })
      expect((raw.body as string).length).toBe(3000)
      const query =
        '{ repository(owner: "acme", name: "big") { object(expression: "main:big.bin") { ... on Blob { byteSize isTruncated text } } } }'
      const { body } = await askGraphql(github, query)
      const { object } = (
        body as { data: { repository: { object: { byteSize: number; isTruncated: boolean; text: string } } } }
      ).data.repository
      expect(object).toMatchObject({ byteSize: 3000, isTruncated: true })
      expect(object.text).toHaveLength(1000)
    })
    await withPracticeGitHub({ world: big, limits: { blobBytes: 1000 } }, async (github) => {
      const { body } = await ask(github, '/repos/acme/big/git/trees/main')
      const { sha } = (body as { tree: { path: string; sha: string }[] }).tree.find(
        ({ path }) => path === 'big.bin',
      )!
      expect((await ask(github, `/repos/acme/big/git/blobs/${sha}`)).status).toBe(403)
    })
  })
})
