import { expect, it } from 'vitest'
import { withUnconnected } from './unconnected-story.ts'

/** GitHub at its worst: searches that run out of time or come short, faults on the way, limits without a reason. */
const weather = {
  seed: 3,
  incompleteResults: 0.15,
  shortPages: 0.1,
  badGateway: 0.05,
  reset: 0.05,
  serverError: 0.03,
  secondary: 0.01,
}

it('finds the same in bad weather, and sends nothing that its budgets would refuse', async () => {
  await withUnconnected({ weather }, async ({ scan, matches, truth, github }) => {
    let report = await scan()
    for (let again = 0; again < 5 && report.scan.status === 'incomplete'; again++) report = await scan()

    expect(report.scan).toMatchObject({ status: 'complete', reasons: [] })
    expect(report.coverage.probes.askedAgain).toBeGreaterThan(0)
    const strong = new Set((await matches()).filter((m) => m.strength === 'strong').map((m) => m.repository))
    const findable = truth.copies.filter(({ by }) => by !== null).map(({ name }) => name)
    expect(findable.filter((name) => !strong.has(name))).toEqual([])
    expect(strong.size).toBe(findable.length)
    expect(github.requests.filter(({ overBudget, duringPause }) => overBudget || duringPause)).toEqual([])
  })
}, 300_000)
