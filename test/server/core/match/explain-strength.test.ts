import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideFile, SOME_PASSAGE } from '../../../../server/core/match/decide-file.ts'
import { isCopyFromEndToEnd } from '../../../../server/core/match/closely/decide-alike.ts'
import { explainStrength } from '../../../../server/core/match/explain-strength.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const measures = fc.record({
  bits: fc.double({ min: 0, max: 200, noNaN: true }),
  tableShare: share,
  tokenShare: share,
  writtenBits: fc.double({ min: 0, max: 200, noNaN: true }),
  passageBits: fc.double({ min: 0, max: 200, noNaN: true }),
  passageTokens: fc.nat(200),
  isShortText: fc.boolean(),
  ofOriginal: share,
  ofCandidate: share,
})

describe('what is told of a file', () => {
  it('never contradicts what was decided about it', () => {
    fc.assert(
      fc.property(measures, fc.nat(6), ({ tableShare, tokenShare, ...measured }, company) => {
        const tableBits = measured.bits * tableShare
        const tokenBits = measured.bits * tokenShare
        const decided = decideFile({ ...measured, tableBits, tokenBits }, company)
        const told = explainStrength({
          ...measured,
          ...decided,
          bits: Math.round(measured.bits),
          company,
        })
        const holding = told.filter(({ holds }) => holds === true)
        if (decided.strength === 'strong') expect(holding.length).toBeGreaterThan(0)
        else if (holding.length > 0) expect(told.at(-1)!.wanted).toContain('short text')
        const isTold = Math.max(measured.passageBits, measured.writtenBits) >= SOME_PASSAGE
        if (!measured.isShortText && tableShare <= 0.5 && isTold && decided.strength !== 'strong')
          expect(holding).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('says why a file is strong that was laid beside the original from end to end', () => {
    const percent = fc.nat(100).map((of) => of / 100)
    const alike = fc.record({
      bits: fc.nat(900).map((tenths) => tenths / 10),
      ofOriginal: percent,
      ofCandidate: percent,
    })
    fc.assert(
      fc.property(alike, (measured) => {
        fc.pre(isCopyFromEndToEnd(measured))
        const kept = { ...measured, bits: Math.round(measured.bits), company: 0, class: 'partial' as const }
        const told = explainStrength({ ...kept, strength: 'strong' })
        expect(told.slice(0, -1).some(({ holds }) => holds)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('says of each condition what was wanted and what was found', () => {
    const told = explainStrength({
      class: 'partial',
      strength: 'weak',
      bits: 31,
      ofOriginal: 0.2,
      ofCandidate: 0.9,
      company: 0,
    })
    expect(told.map(({ holds }) => holds)).not.toContain(null)
    expect(told[0]).toEqual({ wanted: '80 bits of evidence in all', found: '31 bits', holds: false })
  })

  it('calls no port and no identical line strong', () => {
    const kept = { bits: 15, ofOriginal: 1, ofCandidate: 1, company: 0 }
    for (const matchClass of ['port', 'exact', 'normalized'] as const)
      expect(explainStrength({ ...kept, class: matchClass, strength: 'weak' })[0]?.holds).toBe(false)
    expect(explainStrength({ ...kept, bits: 500, class: 'exact', strength: 'strong' })[0]?.holds).toBe(true)
  })
})
