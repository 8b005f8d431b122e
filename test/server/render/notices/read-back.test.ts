import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNotice } from '../../../../server/core/notice/check-notice.ts'
import { checkNoticeText } from '../../../../server/core/notice/check-notice-text.ts'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { draftRetraction } from '../../../../server/core/notice/draft-retraction.ts'
import { readPublishedNotice } from '../../../../server/core/notice/read/read-published-notice.ts'
import type { NamedRepository, TakedownDocument } from '../../../../server/core/notice/types.ts'
import { loadNoticeTemplates } from '../../../../server/render/notices/notice-templates.ts'
import { gitHubAgent, renderLetter } from '../../../../server/render/notices/render-letter.ts'
import { renderMarkdown } from '../../../../server/render/notices/render-markdown.ts'
import { renderRetraction } from '../../../../server/render/notices/render-retraction.ts'
import { renderText } from '../../../../server/render/notices/render-text.ts'
import { anyNetwork, anyWords, candidateOf, claimant, inputOf, work } from '../../core/notice/samples.ts'

const templates = loadNoticeTemplates()
const signature = { name: claimant.name, at: '2026-11-21T10:00:00.000Z' }
const path = '2026/11/2026-11-21-orbit.md'

const folded = (repositories: readonly { owner: string; name: string }[]): string[] =>
  [...new Set(repositories.map(({ owner, name }) => `${owner}/${name}`.toLowerCase()))].sort()

function expectSame(text: string, document: TakedownDocument, forks: readonly NamedRepository[]): void {
  expect(readPublishedNotice(path, text)).toMatchObject({
    kind: 'takedown',
    repositories: folded([...document.repositories, ...document.forks]),
    forks: folded(forks),
    entireRepository: document.scope === 'entire-repository',
    statements: { goodFaith: true, fairUse: true, perjury: true, guide: true, representativeForks: false },
    hasInvalid: false,
  })
  const check = checkNoticeText(text)
  expect(Object.values(check.statutory)).toEqual(Array(6).fill('present'))
  expect(check.problems.filter(({ severity }) => severity === 'error')).toEqual([])
}

const anyNotice = fc.record({
  candidates: anyNetwork({ nameable: true, maxLength: 15 }),
  title: anyWords,
  description: fc
    .array(anyWords, { minLength: 1, maxLength: 4 })
    .map((lines) => `The work.\n${lines.join('\n')}`),
  url: fc.constantFrom(null, 'https://orbit.example/cli?a=1&b=2', 'https://github.com/orbit/sdk'),
  owner: fc.boolean(),
})

describe('a notice that was drafted, signed, rendered and read back', () => {
  it('names the same repositories, forks, scope and statements, whatever the names, paths and scripts', () => {
    let errorFree = 0
    fc.assert(
      fc.property(anyNotice, ({ candidates, title, description, url, owner }) => {
        const input = inputOf(candidates, {
          work: { ...work, title, description, url, license: null },
          claimant: { ...claimant, role: owner ? 'owner' : 'agent' },
        })
        for (const draft of draftNotices(input).notices) {
          const document: TakedownDocument = { ...draft.document, signature }
          if (checkNotice(document).problems.some(({ severity }) => severity === 'error')) continue
          errorFree += 1
          expectSame(renderMarkdown(document, templates), document, document.forks)
          expectSame(renderText(document, templates), document, document.forks)
          // A letter has no fork question: all its repositories are claimed alike.
          expectSame(renderLetter(document, gitHubAgent, templates), document, [])
        }
      }),
      { numRuns: 200 },
    )
    expect(errorFree).toBeGreaterThan(200)
  })

  it('keeps a thousand forks and every one of their files', () => {
    const leak = candidateOf(2, 'leaker/orbit')
    const forks = Array.from({ length: 999 }, (_, index) =>
      candidateOf(index + 10, `user-${index}/orbit.${index}-_`, { parent: leak }),
    )
    const [draft] = draftNotices(inputOf([leak, ...forks])).notices
    const document: TakedownDocument = { ...draft!.document, signature }
    expect(document.forks).toHaveLength(999)
    expectSame(renderMarkdown(document, templates), document, document.forks)
    expectSame(renderText(document, templates), document, document.forks)
    expectSame(renderLetter(document, gitHubAgent, templates), document, [])
  })
})

describe('a retraction that was drafted, signed, rendered and read back', () => {
  const names = fc.uniqueArray(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,10}\/[a-z0-9][a-z0-9._-]{0,10}[a-z0-9]$/),
    {
      minLength: 2,
      maxLength: 20,
      selector: (name) => name,
    },
  )
  const split = (name: string): { owner: string; name: string } => {
    const [owner = '', repository = ''] = name.split('/')
    return { owner, name: repository }
  }
  const about = {
    id: 'orbit-1',
    publishedUrl: 'https://github.com/github/dmca/blob/master/2026/03/2026-03-31-orbit.md',
    ticket: '1234567',
    sentAt: '2026-03-31',
  }

  it('gives back and keeps the same repositories', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.constantFrom('whole', 'listed', 'all-except'), (all, cut, mode) => {
        const at = 1 + (cut % (all.length - 1))
        const [given, kept] = [all.slice(0, at).map(split), all.slice(at).map(split)]
        const withdraws =
          mode === 'whole'
            ? { mode, repositories: given }
            : mode === 'listed'
              ? { mode, repositories: given, stayDisabled: kept }
              : { mode, stayDisabled: kept }
        const { document } = draftRetraction({ about, work, claimant, withdraws, reason: '' })
        const text = renderRetraction({ ...document, signature }, templates)
        expect(readPublishedNotice('2026/04/2026-04-01-orbit-retraction.md', text)).toMatchObject({
          kind: 'retraction',
          repositories: mode === 'all-except' ? [] : folded(given),
          extra: {
            exceptRepositories: mode === 'whole' ? [] : folded(kept),
            refersTo: ['2026/03/2026-03-31-orbit.md'],
          },
        })
      }),
    )
  })
})
