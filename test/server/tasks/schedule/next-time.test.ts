import { expect, it } from 'vitest'
import { nextRun } from '../../../../server/tasks/schedule/next-run.ts'
import { nextTime } from '../../../../server/tasks/schedule/next-time.ts'

const at = new Date('2026-06-10T09:17:00Z')

it.each([
  ['0 * * * *', '2026-06-10T10:00:00.000Z'],
  ['*/15 * * * *', '2026-06-10T09:30:00.000Z'],
  ['30 6 * * MON', '2026-06-15T06:30:00.000Z'],
  ['0 0 29 2 *', '2028-02-29T00:00:00.000Z'],
  ['17 9 * * *', '2026-06-11T09:17:00.000Z'],
])('%s comes round next at %s, in UTC wherever this runs', (pattern, expected) => {
  expect(nextTime(pattern, at).toISOString()).toBe(expected)
})

it.each(['', 'hourly please', '61 * * * *', '* * * * *', '*/5 * * * *', '0 0 31 2 *', '* 3 * * *'])(
  '%j is refused, and says how to give it',
  (pattern) => {
    expect(() => nextTime(pattern, at)).toThrow(
      expect.objectContaining({ code: 'SCHEDULE_INVALID', exitCode: 2 }),
    )
  },
)

it('what could not be told is asked again before the pattern comes round, but not at once', () => {
  const pattern = new Date(at.getTime() + 6 * 3_600_000)
  const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  expect(nextRun(pattern, { status: 'complete', nextTry: null }, at)).toEqual(pattern)
  expect(nextRun(pattern, { status: 'incomplete', nextTry: null }, at)).toEqual(after(15))
  expect(nextRun(pattern, { status: 'incomplete', nextTry: after(2) }, at)).toEqual(after(15))
  expect(nextRun(pattern, { status: 'incomplete', nextTry: after(50) }, at)).toEqual(after(50))
  expect(nextRun(pattern, { status: 'incomplete', nextTry: after(9000) }, at)).toEqual(pattern)
})
