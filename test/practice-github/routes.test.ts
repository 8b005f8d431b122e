import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ask, askGraphql } from './ask.ts'
import { startPracticeGitHub } from './start.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { defineWorld } from './world/definition.ts'

const world = defineWorld({
  startsAt: '2026-06-01T08:00:00Z',
  users: [{ login: 'acme', type: 'Organization' }],
  gists: [
    { id: 'abc123', owner: 'eve', files: { 'a.txt': 'x' } },
    {
      id: 'def456',
      owner: 'eve',
      files: { 'b.txt': 'y' },
      block: { reason: 'dmca', noticeUrl: 'https://github.com/github/dmca/x' },
    },
  ],
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      files: {
        'README.md': '# SDK\n',
        LICENSE: 'MIT License\n',
        'src/a.ts': 'export const a = 1\n',
        vendored: { submodule: 'a'.repeat(40) },
        link: { symlink: 'README.md' },
      },
      license: 'MIT',
      releases: [{ tag: 'v1' }],
    },
    {
      owner: 'eve',
      name: 'sdk',
      forkOf: 'acme/sdk',
      files: { 'leak/x.ts': 'secret\n' },
      branches: { 'feature/dev': { files: { 'y.ts': 'y\n' } } },
      tags: { v1: { annotation: 'one' }, v0: 'main' },
    },
    { owner: 'zoe', name: 'empty' },
  ],
})
const clock = () => new Date('2026-06-01T10:00:00Z')

/** `json` asks for the status, and the wrapper for an answer that GitHub's description allows. */
describe('every route', () => {
  it.each([
    ['/repos/eve/sdk/branches', [{ name: 'feature/dev' }, { name: 'main' }]],
    ['/repos/eve/sdk/branches/feature/dev', { name: 'feature/dev' }],
    ['/repos/eve/sdk/branches/feature%2Fdev', { name: 'feature/dev' }],
    ['/repos/eve/sdk/tags', [{ name: 'v1' }, { name: 'v0' }]],
    ['/repos/eve/sdk/commits', [{ commit: { message: 'Add files' } }, {}]],
    ['/repos/eve/sdk/commits?path=leak', [{ parents: [{}] }]],
    ['/repos/eve/sdk/commits/feature/dev', { files: [{ filename: 'y.ts', status: 'added', additions: 2 }] }],
    ['/repos/eve/sdk/git/ref/heads/feature/dev', { ref: 'refs/heads/feature/dev' }],
    ['/repos/eve/sdk/git/matching-refs/heads/', [{ object: { type: 'commit' } }, {}]],
    ['/repos/eve/sdk/git/ref/tags/v1', { object: { type: 'tag' } }],
    [
      '/repos/acme/sdk/contents',
      [{ name: 'LICENSE' }, {}, { type: 'symlink' }, { type: 'dir' }, { type: 'file' }],
    ],
    ['/repos/acme/sdk/contents/', [{}, {}, {}, {}, {}]],
    ['/repos/acme/sdk/contents/src', [{ path: 'src/a.ts' }]],
    [
      '/repos/acme/sdk/contents/src%2Fa.ts?ref=main',
      { encoding: 'base64', content: 'ZXhwb3J0IGNvbnN0IGEgPSAxCg==\n' },
    ],
    ['/repos/acme/sdk/contents/link', { type: 'symlink', target: 'README.md' }],
    ['/repos/acme/sdk/contents/vendored', { type: 'submodule' }],
    ['/repos/acme/sdk/releases', [{ tag_name: 'v1' }]],
    ['/repos/acme/sdk/license', { path: 'LICENSE', license: { spdx_id: 'MIT' } }],
    [
      '/repos/acme/sdk/events',
      [{ type: 'ForkEvent', payload: { forkee: { full_name: 'eve/sdk' } } }, { type: 'CreateEvent' }],
    ],
    ['/networks/acme/sdk/events', [{}, {}]],
    ['/gists/abc123', { files: { 'a.txt': { content: 'x' } } }],
    ['/rate_limit', { resources: { code_search: { limit: 9 } }, rate: { limit: 5000 } }],
    ['/user', { type: 'User' }],
    ['/users/acme', { type: 'Organization', public_repos: 1 }],
    ['/meta', { verifiable_password_authentication: false }],
    ['/search/repositories?q=sdk', { total_count: 1, items: [{ full_name: 'acme/sdk' }] }],
    ['/search/repositories?q=sdk+fork:true', { total_count: 2 }],
    ['/search/commits?q=add', { items: [{ repository: { full_name: 'acme/sdk' } }] }],
  ])('%s answers as GitHub describes it', async (path, expected) => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      const { status, body } = await ask(github, path)
      expect(status).toBe(200)
      expect(body).toMatchObject(expected)
    })
  })

  it.each([
    ['/repos/nobody/nothing', 404],
    ['/repos/nobody/nothing/forks', 404],
    ['/repos/eve/sdk/branches/nope', 404],
    ['/repos/eve/sdk/git/ref/heads/nope', 404],
    ['/repos/eve/sdk/commits/nope', 422],
    ['/repos/zoe/empty/commits', 409],
    ['/repos/zoe/empty/git/trees/main', 409],
    ['/repos/zoe/empty/git/ref/heads/main', 409],
    ['/repos/zoe/empty/contents', 404],
    ['/repos/eve/sdk/git/blobs/tooshort', 422],
    [`/repos/eve/sdk/git/blobs/${'0'.repeat(40)}`, 404],
    [`/repos/eve/sdk/git/trees/${'0'.repeat(40)}`, 404],
    ['/gists/nope', 404],
    ['/gists/def456', 451],
    ['/users/nobody', 404],
    ['/repos/acme/sdk/events?page=4&per_page=100', 422],
  ])('%s is refused with %i, in a shape that is known', async (path, expected) => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      expect((await ask(github, path)).status).toBe(expected)
    })
  })

  it('that GitHub does not have is no 404: it cannot be taken for a repository that is gone', async () => {
    const github = await startPracticeGitHub({ world })
    try {
      expect((await ask(github, '/repos/acme/sdk/nonsense')).status).toBe(501)
      expect(github.violations).toMatchObject([{ kind: 'request', path: '/repos/acme/sdk/nonsense' }])
    } finally {
      await github.close()
    }
  })

  it('lists an empty repository as having no branches', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      expect(await ask(github, '/repos/zoe/empty/branches')).toMatchObject({ status: 200, body: [] })
    })
  })

  it('gives a head as bare text, and says 304 while it has not moved', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const accept = { accept: 'application/vnd.github.sha' }
      const { body, headers } = await ask(github, '/repos/acme/sdk/commits/main', accept)
      expect(body).toMatch(/^[0-9a-f]{40}$/)
      const tag = headers.get('etag')!
      expect(
        (await ask(github, '/repos/acme/sdk/commits/main', { ...accept, 'if-none-match': tag })).status,
      ).toBe(304)
      github.world.push('acme/sdk', { files: { 'new.ts': 'new\n' } })
      expect(
        (await ask(github, '/repos/acme/sdk/commits/main', { ...accept, 'if-none-match': tag })).status,
      ).toBe(200)
    })
  })

  it('sends for archives to another place, where a tarball lies', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const { status, headers } = await ask(github, '/repos/eve/sdk/tarball/feature/dev')
      expect(status).toBe(302)
      const archive = await fetch(headers.get('location')!)
      const tar = gunzipSync(Buffer.from(await archive.arrayBuffer())).toString('latin1')
      expect(tar).toMatch(/eve-sdk-[0-9a-f]{7}\/y\.ts/)
      expect(tar).toMatch(/eve-sdk-[0-9a-f]{7}\/leak\/x\.ts/)
    })
  })

  it('speaks API version 2026-03-10 when asked, and refuses those it does not know', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      const newer = { 'x-github-api-version': '2026-03-10' }
      expect((await ask(github, '/rate_limit', newer)).body).not.toHaveProperty('rate')
      expect((await ask(github, '/repos/acme/sdk', newer)).body).not.toHaveProperty('has_downloads')
      expect((await ask(github, '/repos/acme/sdk')).body).toHaveProperty('has_downloads')
      expect((await ask(github, '/repos/acme/sdk/contents', newer)).body).toContainEqual(
        expect.objectContaining({ type: 'submodule' }),
      )
      expect((await ask(github, '/repos/acme/sdk', { 'x-github-api-version': '2019-01-01' })).status).toBe(
        410,
      )
      expect((await ask(github, '/repos/acme/sdk', { 'x-github-api-version': 'latest' })).status).toBe(400)
    })
  })

  it('is below /api/v3 on an Enterprise Server, which has no limits', async () => {
    await withPracticeGitHub({ world, enterprise: true }, async (github) => {
      expect(github.url).toMatch(/\/api\/v3$/)
      const { status, headers, body } = await ask(github, '/repos/acme/sdk/forks?per_page=1')
      expect(status).toBe(200)
      expect(headers.has('x-ratelimit-limit')).toBe(false)
      expect(body).toMatchObject([{ url: `${github.url}/repos/eve/sdk` }])
      expect((await ask(github, '/rate_limit')).status).toBe(404)
      expect((await askGraphql(github, '{ rateLimit { cost } viewer { login } }')).body).toMatchObject({
        data: { rateLimit: null },
      })
      expect((await fetch(github.url.replace('/api/v3', '/repos/acme/sdk'))).status).toBe(404)
    })
  })
})
