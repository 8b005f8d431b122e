import { expect, it } from 'vitest'
import type { Spent, WaitListener } from '../../../../server/tasks/connection.ts'
import type { ProgressReport } from '../../../../server/tasks/progress.ts'
import { tellOutlook } from '../../../../server/tasks/scan/tell-outlook.ts'
import { withNetwork } from './network-story.ts'

const resetAt = new Date('2026-04-02T01:00:00Z')

/** A connection of which every second and every request is told by hand. */
function openTelling() {
  let now = Date.parse('2026-04-02T00:00:00Z')
  let listener: WaitListener = () => undefined
  const spent: Spent = { core: 0, graphql: 0, search: 0, code_search: 0 }
  const told: ProgressReport[] = []
  const github = {
    spent: () => ({ ...spent }),
    budgets: () => ({
      core: null,
      graphql: { limit: 5000, remaining: 4000, resetAt },
      search: null,
      code_search: null,
    }),
    onWait: (given: WaitListener) => {
      listener = given
    },
  }
  return {
    told,
    progress: tellOutlook(
      (report) => told.push(report),
      github,
      () => new Date(now),
    ),
    pass: (seconds: number, requests: number) => {
      now += seconds * 1000
      spent.graphql += requests
    },
    wait: (seconds: number) => listener('code_search', new Date(now + seconds * 1000)),
  }
}

it('tells requests and time by the pace of the step, and nothing before there is a pace', () => {
  const { progress, told, pass } = openTelling()
  progress({ step: 'examining', done: 200, total: 1000 })
  pass(10, 30)
  progress({ step: 'examining', done: 400, total: 1000 })
  pass(30, 0)
  progress({ step: 'examining', done: 1000, total: 1000 })
  progress({ step: 'listing', done: 1, total: 90 })
  progress({ step: 'reading' })
  expect(told.map(({ left }) => left)).toEqual([
    undefined,
    'about 90 requests and 30 s more; GraphQL has 4000 of 5000 points until 01:00:00 UTC',
    undefined,
    undefined,
    undefined,
  ])
})

it('a wait is told with its end, unless it is over in a moment', () => {
  const { told, wait } = openTelling()
  wait(1)
  wait(55)
  expect(told).toEqual([
    {
      step: 'waiting until 00:00:55 UTC for the code search limit of GitHub',
      waits: { bucket: 'code_search', until: new Date('2026-04-02T00:00:55Z') },
    },
  ])
})

it('a scan tells of the budget that it waits for', async () => {
  await withNetwork({ limits: { graphql: 3 } }, async ({ scan, told, github }) => {
    for (let again = 0; again < 9 && (await scan()).scan.status === 'incomplete'; again++)
      github.advance(3_500_000)
    expect(
      told.some(({ step }) => /^waiting until \d\d:\d\d:\d\d UTC for the graphql limit/.test(step)),
    ).toBe(true)
  })
})
