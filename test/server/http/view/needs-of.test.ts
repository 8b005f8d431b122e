import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Availability, Decision } from '../../../../server/core/repository/types.ts'
import { needsOf, type Waiting } from '../../../../server/http/view/needs-of.ts'
import type { MatchGroup } from '../../../../server/tasks/count-matches.ts'
import type { NoticeSummary } from '../../../../server/tasks/notice/notice-summary.ts'

const complete: Waiting['scan'] = { scan: { id: 1, status: 'complete', reasons: [], paused: null } }

const calm: Waiting = {
  slug: 'w',
  matches: [],
  notices: [],
  overreach: [],
  retracted: [],
  scan: complete,
  hasClaimant: true,
}

function match(values: Partial<MatchGroup>): MatchGroup {
  return {
    official: false,
    strength: 'strong',
    availability: 'available',
    decision: null,
    named: false,
    sent: false,
    count: 1,
    ...values,
  }
}

function notice(values: Partial<NoticeSummary>): NoticeSummary {
  return {
    id: 'w-1',
    work: 'w',
    kind: 'takedown',
    status: 'draft',
    repositories: [],
    forks: [],
    files: [],
    material: [],
    scope: 'entire-repository',
    representativeForks: false,
    about: null,
    templateVersion: '1',
    draftedBy: null,
    createdAt: '2026-04-01T00:00:00.000Z',
    signedBy: null,
    signedAt: null,
    frozenHash: null,
    sentAt: null,
    channel: null,
    ticket: null,
    publishedUrl: null,
    ...values,
  }
}

const texts = (situation: Partial<Waiting>) => needsOf({ ...calm, ...situation }).map(({ text }) => text)

describe('what waits for a person', () => {
  it('is nothing where all is done', () => {
    expect(
      texts({
        matches: [match({ decision: 'infringing', named: true, sent: true, availability: 'disabled' })],
        notices: [notice({ status: 'sent' })],
      }),
    ).toEqual([])
  })

  it('does not wait for what was given back to come down', () => {
    const matches = [match({ decision: 'infringing', sent: true, named: true, count: 3 })]
    const retracted = [
      { availability: 'available', decision: 'infringing' },
      { availability: 'disabled', decision: 'infringing' },
      { availability: 'available', decision: 'authorized' },
    ] as const
    expect(texts({ matches, retracted })).toEqual(['2 repositories named in a sent notice and not down'])
  })

  it('is first what was done wrong to others, unless it is being given back', () => {
    const overreach = [{ repository: 'c/d', notice: 'w-1' }]
    const needs = needsOf({ ...calm, overreach, matches: [match({})], notices: [notice({ status: 'sent' })] })
    expect(needs[0]).toMatchObject({
      text: '1 repository disabled under our notice without being named: give back',
      tone: 'red',
      href: '/notices/w-1#overreach',
    })
    const retraction = notice({ id: 'w-2', kind: 'retraction', repositories: ['c/d'], status: 'draft' })
    expect(texts({ overreach, notices: [retraction] })).toEqual(['1 notice to check and sign'])
  })

  it('is each step of the work that is not taken', () => {
    expect(texts({ scan: null, hasClaimant: false })).toEqual([
      'No search has been made yet',
      'Nobody is set who complains: no notice can be drafted',
    ])
    expect(
      texts({ scan: { scan: { id: 7, status: 'incomplete', reasons: ['x'], paused: null } } })[0],
    ).toContain('Scan 7 is incomplete')
    expect(texts({ matches: [match({ strength: 'weak' })] })).toEqual(['1 weak match to look at'])
    expect(texts({ matches: [match({ decision: 'needs-counsel' })] })).toEqual(['1 match for counsel'])
    expect(
      texts({ notices: [notice({ status: 'signed' }), notice({ id: 'w-2', status: 'signed' })] }),
    ).toEqual(['2 signed notices to send'])
  })

  it('never loses a strong, undecided match that is not official, whatever else is known of it', () => {
    const row = fc.record({
      strength: fc.constantFrom<MatchGroup['strength']>('strong', 'weak'),
      official: fc.boolean(),
      decision: fc.constantFrom<Decision | null>(
        null,
        'infringing',
        'authorized',
        'fair-use',
        'not-ours',
        'needs-counsel',
      ),
      availability: fc.constantFrom<Availability>(
        'available',
        'changed',
        'disabled',
        'blocked',
        'gone',
        'unknown',
      ),
      named: fc.boolean(),
      count: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const open = rows
          .filter((r) => r.strength === 'strong' && !r.official && r.decision === null)
          .reduce((sum, r) => sum + r.count, 0)
        const said = texts({ matches: rows.map(match) }).find((text) => text.includes('to decide'))
        expect(said).toBe(open === 0 ? undefined : `${open} strong match${open === 1 ? '' : 'es'} to decide`)
      }),
    )
  })

  it('what is left of a copy after its owner took files out still stands', () => {
    const named = { decision: 'infringing', named: true, sent: true } as const
    expect(texts({ matches: [match({ ...named, availability: 'changed' })] })).toEqual([
      '1 repository named in a sent notice and not down',
    ])
    expect(texts({ matches: [match({ ...named, availability: 'gone' })] })).toEqual([])
  })

  it('a repository that GitHub did not tell about still counts as one that may stand', () => {
    expect(texts({ matches: [match({ decision: 'infringing', availability: 'unknown' })] })).toContain(
      '1 infringing repository in no notice yet',
    )
    expect(texts({ matches: [match({ decision: 'infringing', availability: 'gone' })] })).toEqual([])
  })
})
