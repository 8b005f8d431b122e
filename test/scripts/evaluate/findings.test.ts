import { describe, expect, it } from 'vitest'
import {
  addFindings,
  addPositive,
  addStranger,
  noFindings,
  type Findings,
} from '../../../scripts/evaluate/findings.ts'
import { printFindings } from '../../../scripts/evaluate/print-findings.ts'
import { ownersOf, packageOf } from '../../../scripts/evaluate/read-work.ts'
import { setNamed } from '../../../scripts/evaluate/sets/sets.ts'
import type { FileMatch, OriginalMatch, Strength } from '../../../server/core/match/types.ts'

const named = (path: string, strength: Strength, candidate: [number, number] = [1, 10]): OriginalMatch => ({
  path,
  strength,
  class: 'modified',
  bits: 100,
  ofOriginal: 1,
  ofCandidate: 1,
  ranges: [{ candidate, original: candidate }],
  reason: 'all of it',
})
const match = (...originals: OriginalMatch[]): FileMatch => ({
  class: 'modified',
  strength: originals[0]?.strength ?? 'none',
  originals,
})
const positive = (truth: string[]) => ({ class: 'bundle', path: 'a.js', bytes: Buffer.alloc(0), truth })
const every = { isClaimed: () => true, ownerOf: packageOf }

function below(findings: Findings): string[] {
  return printFindings(setNamed('development'), findings, { cases: true, print: () => undefined })
}

describe('findings', () => {
  it('count each original of a candidate, and the candidate', () => {
    const findings = noFindings()
    addPositive(
      findings,
      positive(['w@1:a', 'w@1:b', 'w@1:c']),
      match(named('w@1:a', 'strong'), named('w@1:b', 'weak')),
      every,
    )
    expect(findings.classes.get('bundle')).toEqual({
      originals: 3,
      strong: 1,
      weak: 1,
      candidates: 1,
      flagged: 1,
    })
    expect(findings.wrong).toEqual([])
  })

  it('leave out what may not be claimed, and call an original of another owner wrong', () => {
    const findings = noFindings()
    addPositive(findings, positive(['w@1:a']), match(), { ...every, isClaimed: () => false })
    expect(findings.classes.size).toBe(0)
    addPositive(
      findings,
      positive(['w@1:a']),
      match(named('x@1:a', 'strong'), named('w@1:z', 'strong')),
      every,
    )
    expect(findings.wrong).toMatchObject([{ original: 'x@1:a' }])
    expect(findings.named).toBe(2)
  })

  it('know a work of the same owner, which is no wrong name', () => {
    const work = (spec: string, owner: string) => ({ spec, owners: [owner], sources: /^/, license: 'MIT' })
    const ownerOf = ownersOf({
      works: [work('@w/a@1', 'W'), work('@w/b@1', 'W'), work(`github:x/y@${'1'.repeat(40)}`, 'X')],
    })
    const findings = noFindings()
    addPositive(
      findings,
      positive(['@w/a@1:a']),
      match(named('@w/b@1:b', 'strong'), named(`github:x/y@${'1'.repeat(40)}:src/c.ts`, 'strong')),
      { ...every, ownerOf },
    )
    expect(findings.ofSameOwner).toBe(1)
    expect(findings.wrong).toMatchObject([{ original: `github:x/y@${'1'.repeat(40)}:src/c.ts` }])
  })

  it('measure the lines of a passage as intersection over union of both sides', () => {
    const findings = noFindings()
    const passage = { candidate: [1, 20] as [number, number], original: [1, 20] as [number, number] }
    addPositive(
      findings,
      { ...positive(['w@1:a']), passage },
      match(named('w@1:a', 'strong', [11, 30])),
      every,
    )
    expect(findings.overlaps).toEqual([10 / 30])
  })

  it('add up whichever thread they come from', () => {
    const [one, other] = [noFindings(), noFindings()]
    addStranger(one, 'as they are', 'p@1 a.ts', match(named('w@1:a', 'strong')))
    addStranger(other, 'as they are', 'p@1 b.ts', match())
    addStranger(other, 'formatting', 'p@1 b.ts', match(named('w@1:a', 'weak')))
    addFindings(one, other)
    expect([...one.strangers]).toEqual([
      ['as they are', { files: 2, strong: 1, weak: 0 }],
      ['formatting', { files: 1, strong: 0, weak: 1 }],
    ])
    expect(one.falsePositives).toMatchObject([{ what: 'p@1 a.ts (as they are)', original: 'w@1:a' }])
  })

  it('fail on one false accusation, one wrong original, and recall below a floor', () => {
    const findings = noFindings()
    findings.overlaps.push(1)
    expect(below(findings)).toEqual([])
    addStranger(findings, 'as they are', 'p@1 a.ts', match(named('w@1:a', 'strong')))
    addPositive(findings, { ...positive(['w@1:a']), class: 'exact' }, match(named('x@1:a', 'strong')), every)
    expect(below(findings)).toEqual([
      'exact: 0.0 %, quoted 100 %',
      'wrong originals: 1',
      'false positives: 1',
    ])
  })
})
