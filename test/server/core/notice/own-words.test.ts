import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyOwnWords,
  pickOwnWords,
  proposeWords,
  wordsOf,
  type NoticeWords,
} from '../../../../server/core/notice/own-words.ts'
import { redactPublished } from '../../../../server/core/notice/redact-published.ts'
import { namedRepositories } from '../../../../server/core/notice/accused.ts'
import type { Claimant, TakedownDocument } from '../../../../server/core/notice/types.ts'

const claimant: Claimant = {
  name: 'Ada Diaz',
  role: 'agent',
  organization: 'Orbit Inc.',
  authority: 'General counsel',
  email: 'legal@orbit.example',
  phone: '+1 555 0100',
  address: '1 Orbit Way\n94105 San Francisco',
}

const draft: TakedownDocument = {
  kind: 'takedown',
  platform: 'GitHub',
  ticket: null,
  work: { title: 'Orbit', owner: 'Orbit Inc.', description: 'A tool.', url: null, leakedAt: null },
  claimant,
  scope: 'entire-repository',
  repositories: [{ id: 1, owner: 'eve', name: 'sdk', files: [] }],
  forks: [{ id: 2, owner: 'mal', name: 'sdk', files: [] }],
  otherMaterial: [],
  representativeForks: false,
  technologicalMeasures: null,
  openSource: null,
  solution: { kind: 'must-be-removed' },
  infringerContact: '',
  statements: { goodFaith: true, fairUse: true, perjury: true, guide: true },
  signature: null,
}

const text = fc.string({ maxLength: 40 })
const words: fc.Arbitrary<NoticeWords> = fc.record({
  description: text,
  workUrl: text,
  authority: text,
  solution: fc.oneof(
    fc.constant({ kind: 'must-be-removed' } as const),
    fc.constant({ kind: 'can-be-made-private' } as const),
    fc.record({ kind: fc.constant('other-change' as const), change: text }),
  ),
  technologicalMeasures: fc.option(fc.record({ measures: text, circumvention: text })),
  openSource: fc.option(fc.record({ license: text, violation: text, changes: text })),
  infringerContact: text,
  statements: fc.record({
    goodFaith: fc.boolean(),
    fairUse: fc.boolean(),
    perjury: fc.boolean(),
    guide: fc.boolean(),
  }),
  reason: text,
})
const proposed = proposeWords({ description: 'A tool.', url: null, authority: 'General counsel' })

describe('own words', () => {
  it('say in a document what was written, and change no name, scope or claimant', () => {
    fc.assert(
      fc.property(words, (written) => {
        const document = applyOwnWords(draft, written) as TakedownDocument
        expect({ ...wordsOf(document), reason: written.reason }).toEqual(written)
        expect(namedRepositories(document)).toEqual(namedRepositories(draft))
        expect(document.scope).toBe(draft.scope)
        expect({ ...document.claimant, authority: '' }).toEqual({ ...claimant, authority: '' })
      }),
    )
  })

  it('carry what a person wrote over to another draft, and nothing else', () => {
    fc.assert(
      fc.property(words, (written) => {
        const own = pickOwnWords(draft, written, proposed)
        expect(applyOwnWords(draft, own)).toEqual(applyOwnWords(draft, { ...written, reason: '' }))
        expect(pickOwnWords(draft, proposed, proposed)).toEqual({})
        // What was written as it is proposed follows the next proposal.
        const next = { ...draft, work: { ...draft.work, description: 'Another tool.' } }
        const carried = applyOwnWords(next, own).work.description
        expect(carried).toBe(written.description === 'A tool.' ? 'Another tool.' : written.description)
      }),
    )
  })
})

describe('what GitHub publishes', () => {
  const published = (of: string) =>
    redactPublished(of, claimant)
      .map((run) => run.text)
      .join('')

  it('holds neither who complains nor how to reach them, wherever it stands', () => {
    const secret = fc.constantFrom(
      'Ada Diaz',
      'ADA  DIAZ',
      'legal@orbit.example',
      'eve@x.example',
      '+1 555 0100',
      '+49 30 1234567',
      '1 Orbit Way',
    )
    const around = fc.constantFrom('', ' ', '. ', ', ', ' (', ')\n', 'The work of ')
    fc.assert(
      fc.property(fc.array(fc.tuple(around, secret), { minLength: 1, maxLength: 5 }), (parts) => {
        const shown = published(parts.map(([before, one]) => ` ${before}${one} `).join(''))
        for (const [, one] of parts) expect(shown.toLowerCase()).not.toContain(one.toLowerCase())
        expect(shown).toContain('[private]')
      }),
    )
  })

  it('leaves every other text as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 .,/:<>-]{0,80}$/), (plain) => {
        fc.pre(!/ada diaz|orbit way|san francisco/.test(plain))
        expect(published(plain)).toBe(plain)
      }),
    )
    expect(published('https://github.com/eve/sdk/blob/main/a@b.ts is at v1.2+3')).toContain(
      'github.com/eve/sdk',
    )
    expect(published('Adamant Diazepam')).toBe('Adamant Diazepam')
  })

  it('is told in time that grows with its length', () => {
    const long = `${'a'.repeat(50_000)}@${'b'.repeat(50_000)}`
    const start = performance.now()
    published(long)
    published('+1 '.repeat(30_000))
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
