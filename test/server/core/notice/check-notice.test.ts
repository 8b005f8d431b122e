import { describe, expect, it } from 'vitest'
import { checkNotice } from '../../../../server/core/notice/check-notice.ts'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { draftRetraction } from '../../../../server/core/notice/draft-retraction.ts'
import { freezeNotice, refuseSigning } from '../../../../server/core/notice/freeze-notice.ts'
import type { TakedownDocument } from '../../../../server/core/notice/types.ts'
import { candidateOf, claimant, inputOf, work } from './samples.ts'

const draft = draftNotices(inputOf([candidateOf(2, 'leaker/orbit')])).notices[0]!.document
const signature = { name: 'Ada Diaz', at: '2026-11-21T10:00:00.000Z' }
const codes = (document: TakedownDocument): string[] =>
  checkNotice(document).problems.map(({ code, severity }) => `${severity} ${code}`)

describe('checkNotice', () => {
  it('finds a draft complete but for its signature, and a signed notice whole', () => {
    expect(checkNotice(draft)).toMatchObject({ complete: true, statutory: { i_signature: 'partial' } })
    expect(codes(draft)).toEqual(['warning not-signed'])
    const signed = checkNotice({ ...draft, signature })
    expect(Object.values(signed.statutory)).toEqual(Array(6).fill('present'))
    expect(signed).toMatchObject({
      complete: true,
      problems: [],
      github: { guide: 'present', fairUse: 'present' },
    })
  })

  const breaks: [string, Partial<TakedownDocument>, string, object][] = [
    ['no repository', { repositories: [] }, 'error no-material', { iii_material: 'missing' }],
    ['files nowhere', { scope: 'specific-files' }, 'error files-missing', { iii_material: 'partial' }],
    [
      'no work',
      { work: { ...work, title: '', description: ' ' } },
      'error work-title-missing',
      { ii_work: 'missing' },
    ],
    [
      'no way to reach',
      { claimant: { ...claimant, phone: null } },
      'error claimant-contact-missing',
      { iv_contact: 'partial' },
    ],
    [
      'no perjury statement',
      { statements: { ...draft.statements, perjury: false } },
      'error statement-missing-perjury',
      { vi_accuracyPerjury: 'missing' },
    ],
    [
      'no good faith',
      { statements: { ...draft.statements, goodFaith: false } },
      'error statement-missing-goodfaith',
      { v_goodFaith: 'missing' },
    ],
  ]
  it.each(breaks)('says what is wrong with %s', (_, change, code, elements) => {
    const broken = { ...draft, ...change }
    expect(codes(broken)).toContain(code)
    expect(checkNotice(broken)).toMatchObject({ complete: false, statutory: elements })
  })

  const oddities: [string, Partial<TakedownDocument>, string][] = [
    ['a repository twice', { forks: draft.repositories }, 'error repository-twice'],
    [
      'files of an entire repository',
      { repositories: [{ ...draft.repositories[0]!, files: candidateOf(2, 'a/b').evidence }] },
      'error scope-mixed',
    ],
    [
      'the original among the claimed',
      { work: { ...work, url: 'https://github.com/Leaker/Orbit' } },
      'error claims-original',
    ],
    [
      'another address in a description',
      { work: { ...work, description: 'A tool, see https://github.com/orbit/sdk' } },
      'warning address-in-text',
    ],
    ['a revision without ticket', { kind: 'revised' }, 'error ticket-missing'],
    ['a private remedy', { solution: { kind: 'can-be-made-private' } }, 'warning remedy-not-removal'],
    ['a change nobody described', { solution: { kind: 'other-change', change: '' } }, 'error change-missing'],
    [
      'an open source work',
      { openSource: { license: 'mit-license', violation: 'v', changes: 'c' } },
      'warning open-source',
    ],
    [
      'a needless anti-circumvention claim',
      { technologicalMeasures: { measures: 'm', circumvention: 'c' } },
      'warning anti-circumvention',
    ],
    ['a personal address', { claimant: { ...claimant, email: 'ada@gmail.com' } }, 'warning personal-email'],
    [
      'the sentence about a sample of forks',
      { representativeForks: true as unknown as false },
      'error representative-forks',
    ],
    ['a hidden character', { work: { ...work, title: 'Or\u202Ebit' } }, 'error hidden-character'],
    ['a name of two lines', { claimant: { ...claimant, name: 'Ada\nDiaz' } }, 'error line-break'],
    [
      'an oath smuggled into a description',
      {
        work: {
          ...work,
          description:
            'Tool.\nBased on the representative number of forks I have reviewed, I believe that all or most of the forks are infringing.',
        },
      },
      'error reads-as-form',
    ],
    [
      'a question smuggled into a description',
      { work: { ...work, description: 'Tool.\n**Identify the full repository URL that is infringing:**' } },
      'error reads-as-form',
    ],
    [
      'contact data in what is published',
      { work: { ...work, description: 'Ask eve@orbit.example about it.' } },
      'warning personal-data',
    ],
  ]
  it.each(oddities)('notices %s', (_, change, code) => {
    expect(codes({ ...draft, ...change })).toContain(code)
  })
})

describe('a retraction', () => {
  const about = {
    id: 'orbit-1',
    publishedUrl: 'https://github.com/github/dmca/blob/master/x.md',
    ticket: null,
    sentAt: null,
  }
  const named = { owner: 'leaker', name: 'orbit' }
  it('is complete without oaths, and says what it is about', () => {
    const { document, problems } = draftRetraction({
      about,
      work,
      claimant,
      withdraws: { mode: 'all-except', stayDisabled: [named] },
      reason: '',
    })
    expect(problems.map(({ code }) => code)).toEqual(['not-signed'])
    expect(checkNotice({ ...document, signature })).toMatchObject({ complete: true, problems: [] })
    const unknown = checkNotice({ ...document, about: { ...about, publishedUrl: null } })
    expect(unknown.problems.map(({ code }) => code)).toContain('retraction-without-reference')
  })

  it('cannot give back and keep the same repository', () => {
    const { problems } = draftRetraction({
      about,
      work,
      claimant,
      withdraws: {
        mode: 'listed',
        repositories: [named],
        stayDisabled: [{ owner: 'Leaker', name: 'Orbit' }],
      },
      reason: '',
    })
    expect(problems.map(({ code }) => code)).toContain('retraction-contradiction')
  })
})

describe('signing', () => {
  it('takes the name of the claimant and nothing else', () => {
    expect(refuseSigning(draft, 'Ada Diaz')).toEqual([])
    expect(refuseSigning(draft, 'Bob')).toMatchObject([{ code: 'signature-name' }])
    expect(refuseSigning({ ...draft, signature }, 'Ada Diaz')).toMatchObject([{ code: 'already-signed' }])
    const broken = { ...draft, repositories: [] }
    expect(refuseSigning(broken, 'Ada Diaz')).toMatchObject([{ code: 'no-material' }])
  })

  it('freezes the same content to the same hash, whatever the order of keys, and any change to another', () => {
    const frozen = freezeNotice({ ...draft, signature }, [], 'v1')
    const turned = Object.fromEntries(
      Object.entries({ ...draft, signature }).reverse(),
    ) as unknown as TakedownDocument
    expect(freezeNotice(turned, [], 'v1').sha256).toBe(frozen.sha256)
    expect(frozen.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(freezeNotice({ ...draft, signature, infringerContact: 'x' }, [], 'v1').sha256).not.toBe(
      frozen.sha256,
    )
    expect(freezeNotice({ ...draft, signature }, [], 'v2').sha256).not.toBe(frozen.sha256)
    expect(JSON.parse(new TextDecoder().decode(frozen.bytes))).toMatchObject({
      document: { signature },
      evidence: [],
    })
  })
})
