import { describe, expect, it } from 'vitest'
import { GITHUB_COURTESY } from '../../../server/github/lane.ts'
import { GITHUB_LIMITS } from '../../practice-github/house/limits.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import type { PracticeGitHub } from '../../practice-github/start.ts'
import { openPractice, valueOf } from './open-practice.ts'

const world = defineWorld({
  repositories: [{ owner: 'acme', name: 'sdk', files: { 'a.ts': 'export const alpha = 1\n' } }],
})
const sdk = { owner: 'acme', name: 'sdk' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const refusals = (practice: PracticeGitHub) =>
  practice.requests.filter(({ status }) => status === 403 || status === 429)

describe('a spent budget', () => {
  it('is waited for, and no request is sent while it is known to be spent', async () => {
    const { github, practice, waits, close } = await openPractice({ world, limits: { core: 3 } })
    const start = practice.now().getTime()
    for (let i = 0; i < 7; i++)
      expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    expect(refusals(practice)).toEqual([])
    const elapsed = practice.now().getTime() - start
    expect(elapsed).toBeGreaterThanOrEqual(2 * HOUR)
    expect(elapsed).toBeLessThan(2 * HOUR + 10_000)
    expect(waits).toHaveLength(2)
    await close()
  })

  it('beyond the patience is could-not-tell, with the time to come back, and costs no request', async () => {
    const { connect, practice, waits, close } = await openPractice({ world, limits: { core: 1 } })
    const github = connect({ patience: MINUTE })
    const start = practice.now().getTime()
    await github.getRepository(sdk)
    const sent = practice.requests.length
    const answer = await github.getRepository(sdk)
    expect(answer).toMatchObject({ outcome: 'could-not-tell', reason: expect.stringContaining('core limit') })
    const { retryAt } = answer as { retryAt: Date }
    expect(retryAt.getTime()).toBeGreaterThan(start + HOUR - 2000)
    expect(retryAt.getTime()).toBeLessThan(start + HOUR + 5000)
    expect(practice.requests).toHaveLength(sent)
    expect(waits).toEqual([])
    practice.setClock(retryAt)
    expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    await close()
  })

  it('of one bucket does not stop the others', async () => {
    const { connect, practice, close } = await openPractice({ world })
    const github = connect({ patience: 0 })
    practice.leave('practice', 'core', 1)
    await github.getRepository(sdk)
    expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'could-not-tell' })
    expect(await github.listHeads(sdk)).toMatchObject({ outcome: 'found' })
    expect(await github.searchCode({ query: 'alpha' })).toMatchObject({ outcome: 'found' })
    await close()
  })

  it('of one token is made up for by another; each has its own', async () => {
    const { connect, practice, waits, close } = await openPractice({ world, limits: { core: 3 } })
    const github = connect({ tokens: ['one', 'two'] })
    for (let i = 0; i < 6; i++)
      expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    expect(waits).toEqual([])
    expect(refusals(practice)).toEqual([])
    for (const token of ['one', 'two']) {
      expect(practice.requests.filter(({ viewer }) => viewer === token)).toHaveLength(3)
    }
    await close()
  })

  it('that others spent is believed, with either status that GitHub uses', async () => {
    for (const exceededStatus of [403, 429] as const) {
      const { github, practice, close } = await openPractice({ world, limits: { exceededStatus } })
      await github.getRepository(sdk)
      practice.leave('practice', 'core', 0)
      expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
      expect(refusals(practice)).toHaveLength(1)
      await close()
    }
  })

  it.each(['RATE_LIMITED', 'RATE_LIMIT'] as const)(
    'of GraphQL comes as an error in a 200 (%s), and is waited for',
    async (graphqlExceeded) => {
      const limits = { graphqlExceeded }
      const { github, practice, ledger, close } = await openPractice({ world, limits })
      valueOf(await github.listHeads(sdk))
      practice.leave('practice', 'graphql', 0)
      const start = practice.now().getTime()
      valueOf(await github.listHeads(sdk))
      expect(practice.now().getTime() - start).toBeGreaterThan(HOUR - 5000)
      expect(ledger.every(({ status }) => status === 200)).toBe(true)
      await close()
    },
  )

  it('is waited out by GitHub’s clock when the one here is wrong', async () => {
    for (const wrong of [-10 * MINUTE, 10 * MINUTE]) {
      const { connect, practice, close } = await openPractice({ world, limits: { core: 2 } })
      const github = connect({ clock: () => new Date(practice.now().getTime() + wrong) })
      const start = practice.now().getTime()
      for (let i = 0; i < 3; i++)
        expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
      const elapsed = practice.now().getTime() - start
      expect(elapsed).toBeGreaterThanOrEqual(HOUR)
      expect(elapsed).toBeLessThan(HOUR + 5000)
      expect(refusals(practice)).toEqual([])
      await close()
    }
  })

  it('is never overdrawn by questions asked at the same time', async () => {
    const { github, practice, close } = await openPractice(
      { world, limits: { core: 10 } },
      { patience: 4 * HOUR },
    )
    const answers = await Promise.all(Array.from({ length: 25 }, () => github.getRepository(sdk)))
    expect(answers.every(({ outcome }) => outcome === 'available')).toBe(true)
    expect(refusals(practice)).toEqual([])
    await close()
  })
})

describe('code search', () => {
  it('is paced evenly over what its headers allow, and never refused', async () => {
    for (const codeSearch of [9, 30]) {
      const { github, practice, close } = await openPractice({ world, limits: { codeSearch } })
      const start = practice.now().getTime()
      await Promise.all(
        Array.from({ length: 2 * codeSearch + 1 }, () => github.searchCode({ query: 'alpha' })),
      )
      expect(refusals(practice)).toEqual([])
      expect(practice.now().getTime() - start).toBeLessThan(2 * MINUTE + 10_000)
      const times = practice.requests.map(({ at }) => at.getTime())
      const gaps = times.slice(1).map((time, index) => time - times[index]!)
      expect(Math.min(...gaps)).toBeGreaterThan(MINUTE / codeSearch / 2)
      await close()
    }
  })

  it('is paced without any patience too: only a spent budget is a reason to give up', async () => {
    const { connect, practice, close } = await openPractice({ world })
    const github = connect({ patience: 0 })
    for (let i = 0; i < 9; i++) valueOf(await github.searchCode({ query: 'alpha' }))
    expect(await github.searchCode({ query: 'alpha' })).toMatchObject({ outcome: 'could-not-tell' })
    expect(refusals(practice)).toEqual([])
    await close()
  })
})

describe('a secondary limit', () => {
  it('is answered with silence for as long as GitHub asks', async () => {
    const { github, practice, close } = await openPractice({ world, limits: { retryAfterSeconds: 90 } })
    practice.plan({ kind: 'secondary' })
    const start = practice.now().getTime()
    expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    expect(practice.now().getTime() - start).toBe(90_000)
    expect(practice.requests.map(({ status }) => status)).toEqual([403, 200])
    await close()
  })

  it('stops every other request of the token too', async () => {
    const { github, practice, close } = await openPractice({ world })
    await github.getRepository(sdk)
    practice.plan({ kind: 'secondary', times: 6 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => github.getRepository(sdk)))
    expect(answers.every(({ outcome }) => outcome === 'available')).toBe(true)
    expect(refusals(practice)).toHaveLength(6)
    for (const refusal of refusals(practice)) {
      const during = practice.requests.filter(
        ({ at, status }) => status === 200 && at > refusal.at && at.getTime() < refusal.at.getTime() + 60_000,
      )
      expect(during).toEqual([])
    }
    await close()
  })

  it('beyond the patience is could-not-tell', async () => {
    const { connect, practice, close } = await openPractice({ world })
    const github = connect({ patience: 10_000 })
    practice.plan({ kind: 'secondary' })
    const answer = await github.getRepository(sdk)
    expect(answer).toMatchObject({
      outcome: 'could-not-tell',
      retryAt: new Date(practice.now().getTime() + 60_000),
    })
    expect(practice.requests).toHaveLength(1)
    await close()
  })

  it('is not met at all by a client that asks as fast as it may', async () => {
    expect(GITHUB_COURTESY.restPerMinute).toBeLessThan(GITHUB_LIMITS.restPointsPerMinute)
    expect(GITHUB_COURTESY.graphqlPerMinute).toBeLessThan(GITHUB_LIMITS.graphqlPointsPerMinute)
    const { connect, practice, close } = await openPractice({ world, limits: { restPointsPerMinute: 50 } })
    const github = connect({ courtesy: { restPerMinute: 40, graphqlPerMinute: 40 } })
    await Promise.all(Array.from({ length: 150 }, () => github.getRepository(sdk)))
    expect(refusals(practice)).toEqual([])
    await close()
  })
})
