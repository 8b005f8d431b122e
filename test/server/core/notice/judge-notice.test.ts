import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { judgeNotice } from '../../../../server/core/notice/judge-notice.ts'
import { namedRepositories } from '../../../../server/core/notice/accused.ts'
import type { NoticeCandidate } from '../../../../server/core/notice/candidate.ts'
import { anyNetwork, candidateOf, evidenceOf, inputOf, officialRoot } from './samples.ts'

const facts = { officialRepositories: [officialRoot] }
const leak = candidateOf(2, 'leaker/orbit')
const [draft] = draftNotices(inputOf([leak])).notices
const partial = candidateOf(3, 'ann/orbit', { entireRepository: false })
const [partialDraft] = draftNotices(inputOf([partial])).notices

const codesOf = (candidates: NoticeCandidate[], document = draft!.document): string[] =>
  judgeNotice(document, candidates, facts).map(({ code }) => code)

describe('judgeNotice', () => {
  it('finds nothing against a notice whose repositories are what they were', () => {
    fc.assert(
      fc.property(anyNetwork({ nameable: true, maxLength: 8 }), (candidates) => {
        for (const { document } of draftNotices(inputOf(candidates)).notices) {
          expect(judgeNotice(document, candidates, facts)).toEqual([])
        }
      }),
    )
  })

  it('refuses every repository that may not be named any more, or is not known at all', () => {
    fc.assert(
      fc.property(
        anyNetwork({ nameable: true, maxLength: 8 }),
        anyNetwork({ nameable: false, maxLength: 8 }),
        (before, now) => {
          for (const { document } of draftNotices(inputOf(before)).notices) {
            const refused = new Set(judgeNotice(document, now, facts).map(({ repository }) => repository))
            const allowed = new Set(
              draftNotices(inputOf(now)).notices.flatMap((notice) =>
                namedRepositories(notice.document).map(({ id }) => id),
              ),
            )
            for (const { id, owner, name } of namedRepositories(document)) {
              const sameName = now.some(
                (each) => each.id === id && each.owner === owner && each.name === name,
              )
              if (!allowed.has(id) || !sameName) expect(refused.size).toBeGreaterThan(0)
            }
          }
        },
      ),
    )
  })

  it.each([
    ['no candidate', [], 'repository-changed'],
    ['another decision', [{ ...leak, decision: 'fair-use' as const }], 'repository-not-infringing'],
    ['an official flag', [{ ...leak, official: true }], 'repository-official'],
    ['another name', [{ ...leak, name: 'renamed' }], 'repository-changed'],
    ['more than the work', [{ ...leak, entireRepository: false }], 'repository-changed'],
  ])('refuses a repository with %s', (_, candidates, code) => {
    expect(codesOf(candidates)).toEqual([code])
  })

  it('refuses files whose content or place is not what was reviewed', () => {
    expect(codesOf([partial], partialDraft!.document)).toEqual([])
    for (const evidence of [[evidenceOf(3, 'other.ts')], [{ ...evidenceOf(3), blob: 'f'.repeat(40) }]]) {
      expect(codesOf([{ ...partial, evidence }], partialDraft!.document)).toEqual(['repository-changed'])
    }
  })
})
