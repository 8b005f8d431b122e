import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatchClass } from '../../../../server/core/match/types.ts'
import { standingDecision, type Review } from '../../../../server/core/review/standing-decision.ts'

const review = (over: Partial<Review> = {}): Review => ({
  kind: 'first',
  decision: 'infringing',
  reviewer: 'Ada',
  fairUse: 'considered',
  evidenceHash: 'h',
  ...over,
})

const anyReview: fc.Arbitrary<Review> = fc.record({
  kind: fc.constantFrom('first', 'second', 'counsel'),
  decision: fc.constantFrom('infringing', 'authorized', 'fair-use', 'not-ours', 'needs-counsel'),
  reviewer: fc.constantFrom('Ada', 'Bo'),
  fairUse: fc.constantFrom(null, '', 'considered'),
  evidenceHash: fc.constantFrom('h', 'other'),
})
const anyClass: fc.Arbitrary<MatchClass> = fc.constantFrom('exact', 'modified', 'port')

describe('the decision that stands', () => {
  it('is infringing only over the evidence that was seen, with fair use considered, and when nobody disagrees', () => {
    fc.assert(
      fc.property(fc.array(anyReview, { maxLength: 6 }), anyClass, (reviews, matchClass) => {
        const { decision, by } = standingDecision(reviews, 'h', matchClass)
        if (decision !== 'infringing') return
        expect(by).toMatchObject({ decision: 'infringing', evidenceHash: 'h', fairUse: 'considered' })
        const base = reviews.indexOf(by!)
        expect(reviews.slice(base + 1).every((r) => r.kind === 'second' && r.decision === 'infringing')).toBe(
          true,
        )
        if (matchClass === 'port') expect(by?.kind).toBe('counsel')
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['authorized', 'fair-use', 'not-ours', 'needs-counsel'] as const)(
    '%s stands whatever is found later, and says that there is something new',
    (decision) => {
      expect(standingDecision([review({ decision })], 'h', 'exact')).toMatchObject({
        decision,
        because: null,
      })
      expect(standingDecision([review({ decision })], 'new', 'exact')).toMatchObject({
        decision,
        because: 'new-evidence',
      })
    },
  )

  it('is no accusation any more when a second look disagrees, until a person decides again', () => {
    const disagreed = [review(), review({ kind: 'second', decision: 'fair-use', reviewer: 'Bo' })]
    expect(standingDecision(disagreed, 'h', 'exact').decision).toBe('fair-use')
    expect(standingDecision([...disagreed, review()], 'h', 'exact').decision).toBe('infringing')
  })

  it('is never made an accusation by a second look alone', () => {
    const reviews = [review({ decision: 'authorized' }), review({ kind: 'second', reviewer: 'Bo' })]
    expect(standingDecision(reviews, 'h', 'exact').decision).toBe('authorized')
    expect(standingDecision([review({ kind: 'second' })], 'h', 'exact').decision).toBeNull()
  })
})
