import { expect, it } from 'vitest'
import { withUnconnected } from './unconnected-story.ts'

it('finds every copy that code search shows, and accuses no look-alike', async () => {
  await withUnconnected({ latency: 50 }, async ({ scan, matches, truth, github }) => {
    const report = await scan()
    const found = await matches()
    const strong = new Set(found.filter((m) => m.strength === 'strong').map((m) => m.repository))

    const shown = truth.copies.filter(({ by }) => by === 'network' || by === 'tree')
    expect(shown.filter(({ name }) => !strong.has(name))).toEqual([])
    const accused = [...truth.never, ...truth.ports.map((name) => ({ name }))]
    expect(accused.filter(({ name }) => strong.has(name))).toEqual([])
    expect(report.coverage.repositories).toMatchObject({
      unavailable: truth.withdrawn.length,
      couldNotTell: 0,
    })
    expect(github.requests.length).toBeLessThan(report.coverage.repositories.candidates)
  })
}, 120_000)
