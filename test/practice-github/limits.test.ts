import { describe, expect, it } from 'vitest'
import { ask, askGraphql } from './ask.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { defineWorld } from './world/definition.ts'

const world = defineWorld({
  repositories: [{ owner: 'acme', name: 'sdk', files: { 'a.ts': 'frobnicate\n' } }],
})
const start = new Date('2026-06-01T08:00:00Z')
const clock = () => start

describe('primary limits', () => {
  it('are kept for each bucket and each token, told in headers, and refilled at the reset', async () => {
    await withPracticeGitHub({ world, clock, limits: { core: 3, codeSearch: 1 } }, async (github) => {
      const first = await ask(github, '/repos/acme/sdk')
      expect(Object.fromEntries(first.headers)).toMatchObject({
        'x-ratelimit-limit': '3',
        'x-ratelimit-remaining': '2',
        'x-ratelimit-used': '1',
        'x-ratelimit-resource': 'core',
        'x-ratelimit-reset': String(start.getTime() / 1000 + 3600),
      })
      await ask(github, '/repos/acme/sdk/forks')
      await ask(github, '/repos/acme/sdk/branches')
      const refused = await ask(github, '/repos/acme/sdk')
      expect(refused.status).toBe(403)
      expect(refused.body).toMatchObject({
        message: expect.stringMatching(/^API rate limit exceeded for user ID/) as string,
      })
      expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
      expect(refused.headers.has('retry-after')).toBe(false)
      expect((await ask(github, '/repos/acme/sdk', { authorization: 'Bearer other' })).status).toBe(200)
      expect((await ask(github, '/search/code?q=frobnicate')).headers.get('x-ratelimit-resource')).toBe(
        'code_search',
      )
      expect((await ask(github, '/search/code?q=frobnicate')).status).toBe(403)
      github.advance(60_000)
      expect((await ask(github, '/search/code?q=frobnicate')).status).toBe(200)
      expect((await ask(github, '/repos/acme/sdk')).status).toBe(403)
      github.advance(3_600_000)
      expect((await ask(github, '/repos/acme/sdk')).status).toBe(200)
    })
  })

  it('may be refused with 429 as well, and are 60 an hour without a token', async () => {
    await withPracticeGitHub({ world, clock, limits: { core: 0, exceededStatus: 429 } }, async (github) => {
      expect((await ask(github, '/repos/acme/sdk')).status).toBe(429)
      const anonymous = await fetch(`${github.url}/repos/acme/sdk`)
      expect(anonymous.headers.get('x-ratelimit-limit')).toBe('60')
    })
  })

  it('of GraphQL end in a 200 with RATE_LIMITED', async () => {
    await withPracticeGitHub({ world, clock, limits: { graphql: 1 } }, async (github) => {
      const query = '{ rateLimit { cost remaining used resetAt limit } }'
      expect((await askGraphql(github, query)).body).toMatchObject({
        data: { rateLimit: { cost: 1, remaining: 0 } },
      })
      const refused = await askGraphql(github, query)
      expect(refused.status).toBe(200)
      expect(refused.body).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] })
      expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
      expect(refused.headers.get('x-ratelimit-resource')).toBe('graphql')
    })
  })

  it('cost nothing to ask about', async () => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      await ask(github, '/rate_limit')
      expect((await ask(github, '/rate_limit')).body).toMatchObject({ resources: { core: { used: 0 } } })
    })
  })
})

describe('secondary limits', () => {
  it('count points of the last minute and say when to come back', async () => {
    await withPracticeGitHub(
      { world, clock, limits: { restPointsPerMinute: 2, retryAfterSeconds: 7 } },
      async (github) => {
        await ask(github, '/repos/acme/sdk')
        await ask(github, '/repos/acme/sdk')
        const refused = await ask(github, '/repos/acme/sdk')
        expect(refused.status).toBe(403)
        expect(refused.headers.get('retry-after')).toBe('7')
        expect(refused.body).toMatchObject({
          message: expect.stringMatching(/secondary rate limit/) as string,
        })
        github.advance(61_000)
        expect((await ask(github, '/repos/acme/sdk')).status).toBe(200)
      },
    )
  })

  it('count requests at the same time', async () => {
    await withPracticeGitHub({ world, limits: { concurrency: 2 }, latency: 100 }, async (github) => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => ask(github, '/repos/acme/sdk')))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
      const refused = answers.filter(({ status }) => status === 403)
      expect(refused.every(({ headers }) => headers.get('retry-after') === '60')).toBe(true)
      expect(refused).toHaveLength(4)
      expect((await ask(github, '/repos/acme/sdk')).status).toBe(200)
    })
  })
})

describe('conditional requests', () => {
  it('are free while nothing changed', async () => {
    await withPracticeGitHub({ world, clock }, async (github) => {
      const first = await ask(github, '/repos/acme/sdk')
      const tag = first.headers.get('etag')!
      const second = await ask(github, '/repos/acme/sdk', { 'if-none-match': tag })
      expect(second).toMatchObject({ status: 304, body: '' })
      expect(second.headers.get('x-ratelimit-used')).toBe('1')
      github.world.star('acme/sdk', 7)
      const third = await ask(github, '/repos/acme/sdk', { 'if-none-match': tag })
      expect(third.status).toBe(200)
      expect(third.headers.get('x-ratelimit-used')).toBe('2')
      expect(github.requests.map(({ status, notModified, cost }) => ({ status, notModified, cost }))).toEqual(
        [
          { status: 200, notModified: false, cost: 1 },
          { status: 304, notModified: true, cost: 0 },
          { status: 200, notModified: false, cost: 1 },
        ],
      )
    })
  })
})

describe('credentials', () => {
  it('that are bad or revoked are refused', async () => {
    await withPracticeGitHub({ world, badTokens: ['stolen'] }, async (github) => {
      const refused = await ask(github, '/repos/acme/sdk', { authorization: 'Bearer stolen' })
      expect(refused).toMatchObject({ status: 401, body: { message: 'Bad credentials' } })
      expect((await askGraphql(github, '{ viewer { login } }', {}, 'stolen')).status).toBe(401)
      expect((await askGraphql(github, '{ viewer { login } }', {}, 'good')).status).toBe(200)
      github.revoke('good')
      expect((await askGraphql(github, '{ viewer { login } }', {}, 'good')).status).toBe(401)
    })
  })
})
