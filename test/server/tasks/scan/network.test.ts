import { describe, expect, it } from 'vitest'
import { runScan } from '../../../../server/tasks/scan/run-scan.ts'
import { smallNetwork, withNetwork } from './network-story.ts'

describe('a network', () => {
  it('is judged one by one: every copy on any branch or tag, and no one else', async () => {
    await withNetwork({}, async ({ scan, found, network }) => {
      const report = await scan()

      expect(report.scan).toMatchObject({ status: 'complete', reasons: [] })
      expect(report.coverage.networks).toMatchObject([{ listed: 131, examined: 131 }])
      expect(report.coverage.repositories).toMatchObject({ couldNotTell: 0 })
      expect((await found()).strong).toEqual([...network.copies].sort())
    })
  })

  it('counts an official root once that comes up among the candidates, too', async () => {
    await withNetwork({}, async ({ app, network: { official } }) => {
      const input = { work: 'tk', probes: null, tipsFile: null, resume: false }
      const named = { ...input, repositories: [official], networks: [official] }
      const { coverage } = await runScan(app, named, () => undefined)
      expect(coverage.networks).toMatchObject([{ listed: 131, examined: 131 }])
      expect(coverage.repositories.official).toBe(1)
    })
  })

  it('says what it spent: every request there was, the first ones too', async () => {
    await withNetwork({}, async ({ scan, github }) => {
      const { core, graphql, search, code_search: codeSearch } = (await scan()).requests
      expect(core + graphql + search + codeSearch).toBe(github.requests.length)
    })
  })

  it('costs its pages, and little more however many forks have edits of their own', async () => {
    const requestsFor = async (forks: number) => {
      let sent = 0
      await withNetwork({ network: smallNetwork(forks) }, async ({ scan, github }) => {
        await scan()
        sent = github.requests.length
      })
      return sent
    }
    const small = await requestsFor(60)
    const large = await requestsFor(260)
    // Two pages more, and two requests for the folders and files of 40 more edited forks.
    expect(large - small).toBeLessThanOrEqual(6)
  })

  it('is asked for nothing twice: no tree, no folder, no file', async () => {
    await withNetwork({}, async ({ scan, github }) => {
      await scan()

      const asked = github.requests.flatMap(({ graphql }) =>
        [...(graphql?.query ?? '').matchAll(/object\(oid: "(\w+)"\)/g)].map(([, id]) => id),
      )
      expect(asked.length).toBeGreaterThan(20)
      expect(new Set(asked).size).toBe(asked.length)
    })
  })
})

describe('a network in bad weather', () => {
  const undisturbed = async () => {
    let whole: unknown[] = []
    await withNetwork({}, async ({ scan, found }) => {
      await scan()
      whole = (await found()).whole
    })
    return whole
  }

  it.each([
    { badGateway: 0.15 },
    { reset: 0.15 },
    { truncated: 0.15 },
    { secondary: 0.1 },
    { serverError: 0.15 },
    { slow: 0.3, slowBy: 30 },
    { badGateway: 0.05, reset: 0.05, truncated: 0.05, secondary: 0.03, serverError: 0.05 },
  ])('%o gives the same matches', async (weather) => {
    const expected = await undisturbed()
    await withNetwork({ weather: { seed: 11, ...weather } }, async ({ scan, found, github }) => {
      // What could not be told is asked again by the same command.
      let report = await scan()
      for (let again = 0; again < 5 && report.scan.status === 'incomplete'; again++) report = await scan()

      expect(report.scan).toMatchObject({ status: 'complete' })
      expect((await found()).whole).toEqual(expected)
      expect(github.requests.filter((sent) => sent.overBudget || sent.duringPause)).toEqual([])
    })
  })

  it('sends nothing while a budget is known to be spent, and finds the same', async () => {
    const expected = await undisturbed()
    await withNetwork({ limits: { graphql: 6, core: 4 } }, async ({ scan, found, github }) => {
      let report = await scan()
      for (let again = 0; again < 20 && report.scan.status === 'incomplete'; again++) {
        github.advance(3_600_000)
        report = await scan()
      }

      expect(report.scan).toMatchObject({ status: 'complete' })
      expect((await found()).whole).toEqual(expected)
      const refused = github.requests.filter((sent) => sent.overBudget || sent.duringPause)
      expect(refused).toEqual([])
    })
  })

  it('goes on with one of two tokens when the other is taken back in the middle', async () => {
    const expected = await undisturbed()
    await withNetwork({ tokens: ['practice', 'other'] }, async ({ scan, found, github }) => {
      github.plan({
        kind: 'slow',
        when: ({ graphql = '' }) => {
          if (graphql.includes('forks(first: $first')) github.revoke('other')
          return false
        },
      })
      expect((await scan()).scan).toMatchObject({ status: 'complete', reasons: [] })
      expect((await found()).whole).toEqual(expected)
      const statuses = github.requests.map(({ status, viewer }) => `${viewer ?? 'refused'} ${status}`)
      expect(new Set(statuses)).toEqual(new Set(['practice 200', 'other 200', 'refused 401']))
      expect(statuses.filter((status) => status === 'refused 401').length).toBeLessThanOrEqual(8)
    })
  })

  it('says what it has left to ask when it could not go on, and when it may', async () => {
    await withNetwork({ limits: { graphql: 2 } }, async ({ scan, github }) => {
      const { scan: run, outlook } = await scan()
      expect(run.status).toBe('incomplete')
      expect(outlook.stepsLeft).toBeGreaterThan(0)
      expect(outlook.requestsLeft.graphql).toBeGreaterThan(0)
      expect(outlook.budgets.graphql).toMatchObject({ limit: 2, remaining: 0 })
      const again = Date.parse(outlook.nextTry!)
      expect(again).toBeGreaterThan(github.now().getTime())
      expect(again).toBeLessThanOrEqual(Date.parse(outlook.budgets.graphql!.resetAt) + 1000)
    })
  })

  it('that hides files or folders leaves could-not-tell, never a judgement, and the same command asks again', async () => {
    const expected = await undisturbed()
    for (const part of ['... on Blob', '... on Tree']) {
      await withNetwork({}, async ({ scan, found, github }) => {
        const when = ({ graphql = '', path }: { graphql: string | undefined; path: string }) =>
          graphql.includes(part) || path.includes('/git/')
        github.plan({ kind: 'server-error', when, times: 40 })
        const first = await scan()
        expect(first.scan.status).toBe('incomplete')
        expect(first.scan.reasons.join()).toContain('GitHub answered 500')

        let report = first
        for (let again = 0; again < 20 && report.scan.status === 'incomplete'; again++) report = await scan()
        expect(report.scan).toMatchObject({ status: 'complete', reasons: [] })
        expect((await found()).whole).toEqual(expected)
      })
    }
  })

  it('misses no fork that is made while pages are read', async () => {
    const network = smallNetwork()
    const weather = { forksAppear: { of: network.leak, atMost: 3 } }
    await withNetwork({ network, weather }, async ({ scan, found, github }) => {
      await scan()
      const born = github.world
        .find(network.leak)
        .forks.filter(({ owner }) => owner.login.startsWith('latecomer'))
      expect(born.length).toBeGreaterThan(0)
      expect((await found()).strong.filter((name) => name.startsWith('latecomer-'))).toHaveLength(born.length)
    })
  })
})
