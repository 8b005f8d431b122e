import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOf, type ForkMember } from '../../../../server/core/network/member-state.ts'
import { tallyNetwork } from '../../../../server/core/network/tally-network.ts'

function member(values: Partial<ForkMember>): ForkMember {
  return {
    id: 1,
    owner: 'a',
    name: 'b',
    parentId: null,
    createdOn: null,
    stars: null,
    availability: 'available',
    matched: false,
    official: false,
    strength: 'none',
    decision: null,
    overreach: false,
    ...values,
  }
}

const anyMember = fc
  .record({
    availability: fc.constantFrom('available', 'changed', 'disabled', 'blocked', 'gone', 'unknown'),
    official: fc.boolean(),
    strength: fc.constantFrom('strong', 'weak', 'none', null),
    decision: fc.constantFrom('infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel', null),
    overreach: fc.boolean(),
  } as const)
  .map(member)

describe('the state of a repository', () => {
  it('that nobody compared is never "nothing found"', () => {
    fc.assert(
      fc.property(anyMember, (one) => {
        if (one.strength === null) expect(['none', 'strong', 'weak']).not.toContain(stateOf(one))
      }),
    )
    expect(stateOf(member({ strength: null }))).toBe('could-not-tell')
  })

  it('of an official one is official, and overreach when our notice took it down', () => {
    fc.assert(
      fc.property(anyMember, (one) => {
        if (one.official) expect(stateOf(one)).toBe(one.overreach ? 'overreach' : 'official')
      }),
    )
  })

  it.each([
    [{ strength: 'strong', decision: 'infringing' }, 'infringing'],
    [{ strength: 'strong', decision: 'infringing', availability: 'disabled' }, 'down'],
    [{ strength: 'strong', decision: 'needs-counsel' }, 'strong'],
    [{ strength: 'strong', decision: 'infringing', availability: 'unknown' }, 'infringing'],
    [{ strength: 'weak', decision: 'fair-use', availability: 'gone' }, 'cleared'],
    [{ strength: 'none' }, 'none'],
  ] as const)('%j is %s', (values, state) => {
    expect(stateOf(member(values))).toBe(state)
  })
})

describe('the figures of a network', () => {
  it('add up: whatever is neither examined nor gone before could not be told', () => {
    fc.assert(
      fc.property(fc.array(anyMember), fc.option(fc.nat(60)), (members, counted) => {
        const tally = tallyNetwork(members, counted)
        const goneBefore = members.filter(
          (one) =>
            one.strength === null &&
            !one.official &&
            ['disabled', 'blocked', 'gone'].includes(one.availability),
        ).length
        expect(tally.examined + tally.couldNotTell + goneBefore).toBe(tally.size)
        expect(tally.size).toBeGreaterThanOrEqual(members.length)
        expect(tally.named).toBeLessThanOrEqual(tally.size - tally.official)
      }),
    )
  })

  it('hold what GitHub counted and did not list', () => {
    expect(tallyNetwork([member({})], 4)).toMatchObject({ size: 4, listed: 1, couldNotTell: 3 })
  })
})
