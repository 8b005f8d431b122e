import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawAliveChart } from '../../../../server/render/pages/alive-chart.ts'

const dayOf = (i: number) => new Date(Date.UTC(2026, 2, 31 + i)).toISOString().slice(0, 10)

const days = fc
  .array(fc.tuple(fc.nat(60_000), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 2,
    maxLength: 400,
  })
  .map((counts) =>
    counts.map(([found, share], i) => {
      const alive = Math.floor(found * share)
      return { day: dayOf(i), found, alive, disabled: found - alive }
    }),
  )

it('every point lies inside the picture, and more copies stand higher', () => {
  fc.assert(
    fc.property(days, (rows) => {
      const chart = drawAliveChart(rows, [])!
      const points = [...chart.found.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ])
      expect(points).toHaveLength(rows.length)
      for (const [i, [x, y]] of points.entries()) {
        expect(x).toBeGreaterThanOrEqual(56)
        expect(x).toBeLessThanOrEqual(704)
        expect(y).toBeGreaterThanOrEqual(12)
        expect(y).toBeLessThanOrEqual(176)
        const before = points[i - 1]
        if (before !== undefined && rows[i]!.found > rows[i - 1]!.found)
          expect(y).toBeLessThanOrEqual(before[1]!)
      }
      expect(chart.levels.at(-1)!.count).toBeGreaterThanOrEqual(Math.max(...rows.map(({ found }) => found)))
    }),
  )
})

it('marks the days on which notices were sent, and no others', () => {
  const rows = [0, 1, 2].map((i) => ({ day: dayOf(i), found: 9, alive: 9 - i, disabled: i }))
  const chart = drawAliveChart(rows, [
    { id: 'w-1', day: dayOf(1) },
    { id: 'w-2', day: dayOf(1) },
    { id: 'w-3', day: '2020-01-01' },
  ])!
  expect(chart.notices).toEqual([{ x: 380, text: `${dayOf(1)}: w-1, w-2 sent` }])
})

it('one day is no course', () => {
  expect(drawAliveChart([{ day: dayOf(0), found: 1, alive: 1, disabled: 0 }], [])).toBeNull()
})
