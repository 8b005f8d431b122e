import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../../server/core/deadline/deadlines.ts'
import type { NoticeClock } from '../../../../server/core/deadline/deadlines.ts'

const quiet: NoticeClock = {
  notice: 'orbit-1',
  scope: 'entire-repository',
  sentAt: new Date('2026-11-20T18:00:00Z'),
  changes: [],
  counterNotices: [],
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
})
