import { describe, expect, it } from 'vitest'
import { ask, askGraphql } from './ask.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { defineWorld } from './world/definition.ts'

const world = defineWorld({
  repositories: [
    { owner: 'acme', name: 'sdk', files: { 'a.ts': 'one\n' } },
    { owner: 'bob', name: 'sdk', forkOf: 'acme/sdk' },
  ],
})

describe('planned faults', () => {
  it('meet the requests they are meant for, as often as told', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      github.plan({ kind: 'server-error', times: 2, when: ({ path }) => path.endsWith('/forks') })
      expect((await ask(github, '/repos/acme/sdk')).status).toBe(200)
      expect((await ask(github, '/repos/acme/sdk/forks')).status).toBe(500)
      expect((await ask(github, '/repos/acme/sdk/forks')).status).toBe(500)
      expect((await ask(github, '/repos/acme/sdk/forks')).status).toBe(200)
    })
  })

  it('end connections, cut answers, and speak as gateways do', async () => {
    await withPracticeGitHub({ world }, async (github) => {
      github.plan({ kind: 'reset' })
      await expect(ask(github, '/repos/acme/sdk')).rejects.toThrow()
      github.plan({ kind: 'truncated' })
      await expect(ask(github, '/repos/acme/sdk')).rejects.toThrow()
      github.plan({ kind: 'bad-gateway', times: 2 })
      const rest = await ask(github, '/repos/acme/sdk')
      expect(rest).toMatchObject({ status: 502, body: expect.stringMatching(/<html>/) as string })
      const graphql = await askGraphql(github, '{ viewer { login } }')
      expect(graphql).toMatchObject({
        status: 502,
        body: { errors: [{ message: expect.stringMatching(/^Something went wrong/) as string }] },
      })
      github.plan({ kind: 'secondary' })
      expect((await ask(github, '/repos/acme/sdk')).headers.get('retry-after')).toBe('60')
      expect(github.requests.map(({ status }) => status)).toEqual([0, 200, 502, 502, 403])
    })
  })
})

describe('weather', () => {
  it('is the same on every run with the same seed, and another with another', async () => {
    const statuses = async (seed: number) => {
      const seen: number[] = []
      await withPracticeGitHub({ world, weather: { seed, serverError: 0.4 } }, async (github) => {
        for (let request = 0; request < 30; request++)
          seen.push((await ask(github, '/repos/acme/sdk')).status)
      })
      return seen.join(' ')
    }
    const first = await statuses(7)
    expect(first).toContain('500')
    expect(first).toContain('200')
    expect(await statuses(7)).toBe(first)
    expect(await statuses(8)).not.toBe(first)
  })

  it('lets forks appear while forks are listed, by either way', async () => {
    await withPracticeGitHub(
      { world, weather: { forksAppear: { of: 'acme/sdk', atMost: 3 } } },
      async (github) => {
        const count = async () => ((await ask(github, '/repos/acme/sdk/forks')).body as unknown[]).length
        expect([await count(), await count()]).toEqual([2, 3])
        const query = '{ repository(owner: "acme", name: "sdk") { forks(first: 10) { totalCount } } }'
        const total = { data: { repository: { forks: { totalCount: 4 } } } }
        expect((await askGraphql(github, query)).body).toEqual(total)
        expect((await askGraphql(github, query)).body).toEqual(total)
      },
    )
  })
})
