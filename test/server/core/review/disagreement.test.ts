import { describe, expect, it } from 'vitest'
import { measureDisagreement } from '../../../../server/core/review/disagreement.ts'
import type { Review } from '../../../../server/core/review/standing-decision.ts'

const look = (kind: Review['kind'], decision: Review['decision']): Review => ({
  kind,
  decision,
  reviewer: kind === 'second' ? 'Bo' : 'Ada',
  fairUse: 'considered',
  evidenceHash: 'h',
})

describe('disagreement', () => {
  it('counts second looks alone, each against the first look before it', () => {
    const measured = measureDisagreement([
      [look('first', 'infringing')],
      [look('first', 'infringing'), look('second', 'infringing')],
      [
        look('first', 'infringing'),
        look('second', 'not-ours'),
        look('first', 'not-ours'),
        look('second', 'not-ours'),
      ],
    ])
    expect(measured).toMatchObject({ looked: 3, disagreeing: 1, rate: 1 / 3 })
    expect(measured.interval!.low).toBeCloseTo(0.0084, 4)
    expect(measured.interval!.high).toBeCloseTo(0.9057, 4)
  })

  it('is not known before anybody looked again', () => {
    expect(measureDisagreement([[look('first', 'infringing')]])).toEqual({
      looked: 0,
      disagreeing: 0,
      rate: null,
      interval: null,
    })
  })
})
