import { isAHoliday } from '@18f/us-federal-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../../server/core/deadline/deadlines.ts'
import type { NoticeClock } from '../../../../server/core/deadline/deadlines.ts'

const quiet: NoticeClock = {
  notice: 'orbit-1',
  scope: 'entire-repository',
  sentAt: new Date('2026-11-20T18:00:00Z'),
  changes: [],
  counterNotices: [],
  standing: [],
  answeredAt: [],
  givenBack: [],
}

describe('deadlinesOf', () => {
  it('gives owners a window only where specific files are claimed, and only once a notice was sent', () => {
    expect(deadlinesOf(quiet)).toEqual([])
    expect(deadlinesOf({ ...quiet, scope: 'specific-files', sentAt: null })).toEqual([])
    expect(deadlinesOf({ ...quiet, scope: 'specific-files' })).toMatchObject([
      { kind: 'owner-window', due: '2026-11-23', approximate: true, timeZone: 'America/Los_Angeles' },
    ])
  })

  it('counts a counter notice in business days as the statute does, and plans on the earlier reading', () => {
    const counterNotices = [{ repository: 'leaker/orbit', receivedAt: new Date('2026-12-18T20:00:00Z') }]
    const deadlines = deadlinesOf({ ...quiet, counterNotices })
    expect(deadlines.map(({ kind, due }) => [kind, due])).toEqual([
      ['court-action', '2026-12-28'],
      ['reinstatement-earliest', '2027-01-05'],
      ['reinstatement-latest', '2027-01-11'],
    ])
    for (const { basis } of deadlines) expect(basis).toContain('17 U.S.C. 512(g)(2)(C)')
  })

  it('counts from the day of receipt where GitHub is, not where the reader is', () => {
    const counterNotices = [{ repository: null, receivedAt: new Date('2026-12-19T05:00:00Z') }]
    expect(deadlinesOf({ ...quiet, counterNotices })[0]).toMatchObject({ due: '2026-12-28' })
  })

  it('takes silence of two weeks after a change as a retraction', () => {
    const changes = [{ repository: 'ann/orbit', toldAt: new Date('2026-02-20T12:00:00Z') }]
    expect(deadlinesOf({ ...quiet, changes })).toMatchObject([
      { kind: 'review-changes', repository: 'ann/orbit', due: '2026-03-06' },
    ])
  })

  it('ends the silence when something was said, and asks when nothing came down', () => {
    const changes = [{ repository: 'ann/orbit', toldAt: new Date('2026-02-20T12:00:00Z') }]
    const answeredAt = [new Date('2026-02-21T12:00:00Z')]
    expect(deadlinesOf({ ...quiet, changes, answeredAt })).toEqual([])
    expect(deadlinesOf({ ...quiet, standing: ['ann/orbit', 'bob/orbit'] })).toMatchObject([
      // Friday, 20 November, and five business days with Thanksgiving between.
      { kind: 'follow-up', repository: null, due: '2026-11-30' },
    ])
  })

  it('has no clocks for what was given back but the one that sees it back', () => {
    const receivedAt = new Date('2026-12-01T20:00:00Z')
    const counterNotices = [
      { repository: 'ann/orbit', receivedAt },
      { repository: 'bob/orbit', receivedAt },
    ]
    const at = new Date('2026-12-04T20:00:00Z')
    const kinds = (givenBack: NoticeClock['givenBack']) =>
      deadlinesOf({ ...quiet, standing: ['bob/orbit'], counterNotices, givenBack }).map(
        ({ kind, repository, due }) => `${kind} ${repository ?? '*'} ${due}`,
      )
    expect(kinds([{ repository: 'Ann/Orbit', at, isBack: false }])).toEqual([
      'follow-up bob/orbit 2026-11-30',
      'follow-up Ann/Orbit 2026-12-09',
      'court-action bob/orbit 2026-12-11',
      'reinstatement-earliest bob/orbit 2026-12-15',
      'reinstatement-latest bob/orbit 2026-12-21',
    ])
    expect(kinds([{ repository: null, at, isBack: true }])).toEqual([])
  })

  it('agrees with an independent calendar over year ends, leap days, holidays and zones', () => {
    const instants = fc.date({
      min: new Date('2021-01-05T00:00:00Z'),
      max: new Date('2059-12-01T00:00:00Z'),
      noInvalidDate: true,
    })
    // Around the turns of years and the ends of February they crowd.
    const edges = fc
      .tuple(
        fc.integer({ min: 2021, max: 2058 }),
        fc.constantFrom('12-18', '12-24', '12-31', '02-27'),
        fc.nat(864e5),
      )
      .map(([year, day, ms]) => new Date(Date.parse(`${year}-${day}T00:00:00Z`) + ms))
    fc.assert(
      fc.property(fc.oneof(instants, edges), (receivedAt) => {
        const deadlines = deadlinesOf({ ...quiet, counterNotices: [{ repository: null, receivedAt }] })
        const due = (kind: string) => deadlines.find((deadline) => deadline.kind === kind)?.due
        expect(due('court-action')).toBe(independent(receivedAt).plusDays(10))
        expect(due('reinstatement-earliest')).toBe(independent(receivedAt).plusBusinessDays(10))
        expect(due('reinstatement-latest')).toBe(independent(receivedAt).plusBusinessDays(14))
      }),
      { numRuns: 300 },
    )
  })
})

/** Counting as others do it: the runtime's own local dates, and a published list of holidays. */
function independent(instant: Date) {
  const local = new Date(
    `${instant.toLocaleString('sv-SE', { timeZone: 'America/Los_Angeles' }).replace(' ', 'T')}Z`,
  )
  const text = (date: Date) => date.toISOString().slice(0, 10)
  const rules = { shiftSaturdayHolidays: true, shiftSundayHolidays: true, utc: true }
  const isOpen = (date: Date) => ![0, 6].includes(date.getUTCDay()) && !isAHoliday(date, rules)
  return {
    plusDays: (days: number) => {
      const date = new Date(local)
      date.setUTCDate(date.getUTCDate() + days)
      return text(date)
    },
    plusBusinessDays: (days: number) => {
      const date = new Date(local)
      for (let left = days; left > 0;) {
        date.setUTCDate(date.getUTCDate() + 1)
        if (isOpen(date)) left--
      }
      return text(date)
    },
  }
}
