import { isAHoliday } from '@18f/us-federal-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBusinessDays, isBusinessDay } from '../../../../server/core/deadline/business-days.ts'
import { addDays, dateIn } from '../../../../server/core/deadline/calendar-date.ts'
import { isFederalHoliday } from '../../../../server/core/deadline/federal-holidays.ts'

const anyDay = fc
  .date({ min: new Date('1999-12-20T00:00:00Z'), max: new Date('2060-01-15T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('federal holidays', () => {
  it('are those of an independent calendar, on every day from 2021 to 2060', () => {
    for (let day = '2021-01-01'; day < '2061-01-01'; day = addDays(day, 1)) {
      const known = isAHoliday(new Date(`${day}T12:00:00Z`), {
        shiftSaturdayHolidays: true,
        shiftSundayHolidays: true,
        utc: true,
      })
      if (isFederalHoliday(day) !== known) expect(`${day} ${isFederalHoliday(day)}`).toBe(`${day} ${known}`)
    }
  })

  it("put a New Year's Day on a Saturday into the year before", () => {
    expect(isFederalHoliday('2027-12-31')).toBe(true)
    expect(isFederalHoliday('2028-01-01')).toBe(false)
  })

  it('know Juneteenth since it is one', () => {
    expect(isFederalHoliday('2020-06-19')).toBe(false)
    expect(isFederalHoliday('2021-06-18')).toBe(true)
  })
})

describe('addBusinessDays', () => {
  it('skips weekends and holidays over the turn of a year', () => {
    expect(addBusinessDays('2026-12-18', 10)).toBe('2027-01-05')
    expect(addBusinessDays('2028-02-28', 1)).toBe('2028-02-29')
  })

  it('ends on a business day with exactly as many of them passed, from any day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const end = addBusinessDays(day, count)
        let passed = 0
        for (let current = addDays(day, 1); current <= end; current = addDays(current, 1)) {
          if (isBusinessDay(current)) passed += 1
        }
        expect(passed).toBe(count)
        expect(isBusinessDay(end)).toBe(true)
      }),
    )
  })
})

describe('dateIn', () => {
  it('gives the day where the clock hangs', () => {
    const instant = new Date('2026-11-21T06:30:00Z')
    expect(dateIn(instant, 'America/Los_Angeles')).toBe('2026-11-20')
    expect(dateIn(instant, 'UTC')).toBe('2026-11-21')
    expect(dateIn(instant, 'Pacific/Kiritimati')).toBe('2026-11-21')
  })

  it('agrees with the zone offset on any instant, over changes to summer time and back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (instant) => {
          const local = new Date(
            instant.toLocaleString('en-US', { timeZone: 'America/Los_Angeles' }) + ' UTC',
          )
          expect(dateIn(instant, 'America/Los_Angeles')).toBe(local.toISOString().slice(0, 10))
        },
      ),
    )
  })
})
