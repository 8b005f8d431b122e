import { expect, it } from 'vitest'
import { withUnconnected } from './unconnected-story.ts'

it('finds every copy that GitHub shows in any way, and accuses no look-alike', async () => {
  await withUnconnected({ latency: 50 }, async ({ scan, matches, truth, github }) => {
    const report = await scan()
    const found = await matches()
    const strong = new Set(found.filter((m) => m.strength === 'strong').map((m) => m.repository))

    const findable = truth.copies.filter(({ by }) => by !== null)
    expect(findable.filter(({ name }) => !strong.has(name))).toEqual([])
    const accused = [...truth.never, ...truth.leads, ...truth.ports.map((name) => ({ name }))]
    expect(accused.filter(({ name }) => strong.has(name))).toEqual([])
    expect(strong.size).toBe(findable.length)

    // What leads to a copy is told, and accuses nobody.
    const leads = new Map(report.coverage.leads.map((lead) => [lead.repository, lead.kind]))
    expect(truth.leads.filter(({ name, kind }) => leads.get(name) !== kind)).toEqual([])
    expect(leads.size).toBe(truth.leads.length)

    // What no search shows is told, in words.
    const hidden = truth.copies.filter(({ by }) => by === null)
    expect(hidden.every(({ why }) => why !== '')).toBe(true)
    expect(report.coverage.unseen.join()).toMatch(/branches.*384 KB.*archived.*forks.*private/)
    expect(report.coverage.originals).toMatchObject({ covered: report.coverage.originals!.searchable })
    expect(report.coverage.repositories).toMatchObject({
      unavailable: truth.withdrawn.length,
      couldNotTell: 0,
    })
    // The searches aside, a candidate costs little more than half a request.
    const { core, graphql, perCandidate } = report.requests
    const { candidates } = report.coverage.repositories
    expect((core + graphql) / candidates).toBeLessThan(0.6)
    expect(perCandidate).toBeLessThan(1.5)
    expect(github.requests.length).toBeLessThan(400)
    expect(github.requests.filter(({ status }) => status === 403 || status === 429)).toEqual([])
  })
}, 300_000)
