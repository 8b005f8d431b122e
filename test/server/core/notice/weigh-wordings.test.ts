import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkForkSample, sampleForks } from '../../../../server/core/notice/sample-forks.ts'
import {
  warnOfWholeNetwork,
  weighWordings,
  type KnownNetwork,
  type NetworkMember,
} from '../../../../server/core/notice/weigh-wordings.ts'

const member = (id: number, over: Partial<NetworkMember> = {}): NetworkMember => ({
  id,
  owner: `owner-${id}`,
  name: 'orbit',
  official: false,
  strength: 'strong',
  decision: 'infringing',
  likeness: 'same',
  ...over,
})

/** A network whose root is the leak, and every fork the very same: the one that the sentence may be sworn about. */
const uniform = (size: number): KnownNetwork => {
  const members = Array.from({ length: size }, (_, index) => member(index + 1))
  return { root: members[0]!, members, counted: size }
}
const request = { reason: 'more forks than a form takes', size: 59, seed: 's' }

const anyMember = fc.record({
  official: fc.boolean(),
  strength: fc.constantFrom('strong' as const, 'weak' as const, 'none' as const, null),
  decision: fc.constantFrom('infringing' as const, 'authorized' as const, null),
  likeness: fc.constantFrom('same', 'same', 'other', null),
})

describe('the figures of each wording', () => {
  it('are those of March 2026', () => {
    const named = Array.from({ length: 97 }, (_, index) => member(index + 10))
    const clean = Array.from({ length: 8002 }, (_, index) =>
      member(index + 1000, { strength: null, decision: null, likeness: null }),
    )
    const root = member(1, { owner: 'orbit', name: 'sdk', official: true, strength: 'none', decision: null })
    const reach = weighWordings({ root, members: [root, ...named, ...clean], counted: 8100 }, named)
    expect(reach).toMatchObject({ size: 8100, named: 97, rootOfficial: true, official: ['orbit/sdk'] })
    expect(reach.wordings).toMatchObject([
      { wording: 'named-only', couldDisable: 97, withEvidence: 97, withoutEvidence: 0, allowed: true },
      { wording: 'network', couldDisable: 8100, withEvidence: 97, withoutEvidence: 8003, allowed: false },
    ])
    expect(reach.wordings[1]?.because[0]).toContain('orbit/sdk')
  })

  it('count what GitHub counted when that is more than was listed, and always add up', () => {
    fc.assert(
      fc.property(
        fc.array(anyMember, { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 60 }),
        (all, counted) => {
          const members = all.map((one, index) => member(index + 1, one))
          const { size, wordings } = weighWordings(
            { root: members[0]!, members, counted },
            members.slice(0, 3),
          )
          expect(size).toBe(Math.max(members.length, counted))
          for (const one of wordings) expect(one.withEvidence + one.withoutEvidence).toBe(one.couldDisable)
        },
      ),
    )
  })

  it('warn when naming every repository lets GitHub take later forks too', () => {
    const network = uniform(5)
    expect(warnOfWholeNetwork(weighWordings(network, network.members)).map(({ code }) => code)).toEqual([
      'whole-network-named',
    ])
    expect(warnOfWholeNetwork(weighWordings(network, network.members.slice(1)))).toEqual([])
  })
})

describe('the sample behind the sentence about all forks', () => {
  it('holds seed, size and the exact bound, and needs a second signatory', () => {
    const { sample, problems } = sampleForks(uniform(400), request)
    expect(problems).toEqual([])
    expect(sample).toMatchObject({ networkSize: 400, population: 399, infringing: 59, seed: 's' })
    expect(sample?.drawn).toHaveLength(59)
    // 0 of 59 otherwise: 0.05^(1/59).
    expect(sample?.atLeast).toBeCloseTo(0.05 ** (1 / 59), 9)
    expect(checkForkSample(sample!).map(({ code }) => code)).toEqual(['second-signatory-missing'])
    expect(checkForkSample({ ...sample!, agreed: { name: 'Bo Lee', at: '2026-04-01' } })).toEqual([])
  })

  it('is refused with an official repository in the network, diverging heads, or anything not looked at', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 199 }), anyMember, fc.nat(), (at, odd, more) => {
        const network = uniform(200)
        network.members[at] = member(at + 1, odd)
        const counted = network.members.length + (more % 3)
        const isHarmless =
          !odd.official && odd.strength === 'strong' && odd.likeness === 'same' && counted === 200
        const { sample, problems } = sampleForks({ ...network, counted }, { ...request, size: 199 })
        const isReviewed = odd.decision === 'infringing' || at === 0
        expect(sample !== null).toBe(isHarmless && isReviewed)
        expect(problems.length > 0).toBe(sample === null)
      }),
    )
  })

  it.each([
    ['58 drawn', uniform(400), { ...request, size: 58 }, 'sample-small'],
    ['no reason', uniform(400), { ...request, reason: ' ' }, 'sample-reason-missing'],
    ['a network that a form can list', uniform(100), request, 'network-small'],
  ])('is refused with %s', (_, network, asked, code) => {
    expect(sampleForks(network, asked).problems.map((problem) => problem.code)).toContain(code)
  })
})
