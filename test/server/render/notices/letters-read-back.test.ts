import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNotice } from '../../../../server/core/notice/check-notice.ts'
import { checkNoticeText } from '../../../../server/core/notice/check-notice-text.ts'
import { draftPreservation, draftReply } from '../../../../server/core/notice/draft-correspondence.ts'
import { draftMaterial, type MaterialCandidate } from '../../../../server/core/notice/draft-material.ts'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { findLinks } from '../../../../server/core/notice/read/find-links.ts'
import { readPublishedNotice } from '../../../../server/core/notice/read/read-published-notice.ts'
import { namedRepositories } from '../../../../server/core/notice/accused.ts'
import type { NoticeDocument } from '../../../../server/core/notice/types.ts'
import { loadNoticeTemplates } from '../../../../server/render/notices/notice-templates.ts'
import { renderCorrespondence } from '../../../../server/render/notices/render-correspondence.ts'
import { renderMarkdown } from '../../../../server/render/notices/render-markdown.ts'
import { renderText } from '../../../../server/render/notices/render-text.ts'
import { anyNetwork, anyPath, claimant, inputOf, officialRoot, work } from '../../core/notice/samples.ts'

const templates = loadNoticeTemplates()
const signature = { name: claimant.name, at: '2026-11-21T10:00:00.000Z' }
const path = '2026/11/2026-11-21-orbit.md'
const facts = { officialRepositories: [officialRoot] }
const about = {
  id: 'orbit-1',
  publishedUrl: 'https://github.com/github/dmca/blob/master/2026/03/2026-03-31-orbit.md',
  ticket: '1234567',
  sentAt: '2026-03-31',
}

const repositoriesIn = (text: string): string[] =>
  [
    ...new Set(
      findLinks(text).flatMap((link) =>
        link.kind === 'repository' ? [`${link.owner}/${link.name}`.toLowerCase()] : [],
      ),
    ),
  ].sort()
const folded = (repositories: readonly { owner: string; name: string }[]): string[] =>
  [...new Set(repositories.map(({ owner, name }) => `${owner}/${name}`.toLowerCase()))].sort()
const signed = <One extends NoticeDocument>(document: One): One => ({ ...document, signature })

describe('a reply, rendered and read again', () => {
  it('says of every repository of the notice whether it is settled or still holds the work, and of no other', () => {
    fc.assert(
      fc.property(anyNetwork({ nameable: true, maxLength: 12 }), fc.nat(), (candidates, mask) => {
        for (const { document: notice } of draftNotices(inputOf(candidates)).notices) {
          const named = namedRepositories(notice)
          const settled = new Set(named.filter((_, index) => (mask >> index) % 2 === 1).map(({ id }) => id))
          const input = { work, claimant, candidates, facts, about, notice, settled }
          const { document, problems } = draftReply(input)
          expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
          const text = renderCorrespondence(signed(document), templates)
          const [gone = '', open = ''] = text.includes('These still hold')
            ? text.split('These still hold')
            : [text]
          expect(repositoriesIn(gone)).toEqual(folded(named.filter(({ id }) => settled.has(id))))
          expect(repositoriesIn(open)).toEqual(folded(named.filter(({ id }) => !settled.has(id))))
          expect(checkNotice(signed(document)).complete).toBe(true)
        }
      }),
    )
  })
})

describe('what accuses without an oath', () => {
  it('names nothing that a notice may not name', () => {
    fc.assert(
      fc.property(anyNetwork({ nameable: false, maxLength: 12 }), (candidates) => {
        const { document, problems } = draftPreservation({ work, claimant, candidates, facts, about: null })
        const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
        for (const { id } of document.repositories) {
          expect(byId.get(id)).toMatchObject({ decision: 'infringing', official: false })
          expect(byId.get(id)?.evidence.length).toBeGreaterThan(0)
        }
        const told = new Set(problems.map(({ repository }) => repository))
        for (const { id, owner, name } of candidates) {
          if (!document.repositories.some((one) => one.id === id)) expect(told).toContain(`${owner}/${name}`)
        }
        if (document.repositories.length > 0)
          expect(repositoriesIn(renderCorrespondence(signed(document), templates))).toEqual(
            folded(document.repositories),
          )
      }),
    )
  })
})

const anyMaterial: fc.Arbitrary<MaterialCandidate> = fc
  .record({
    kind: fc.constantFrom('npm' as const, 'gist' as const, 'elsewhere' as const),
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z0-9]$/),
    entire: fc.boolean(),
    official: fc.nat(6).map((one) => one === 0),
    paths: fc.uniqueArray(anyPath, { minLength: 1, maxLength: 4 }),
    decision: fc.constantFrom('infringing' as const, 'infringing' as const, 'fair-use' as const, null),
    strength: fc.constantFrom('strong' as const, 'strong' as const, 'weak' as const),
  })
  .map(({ kind, name, paths, ...rest }) => ({
    ...rest,
    id: 1,
    kind,
    class: 'exact' as const,
    url:
      kind === 'npm'
        ? `https://www.npmjs.com/package/${name}/v/1.2.3`
        : kind === 'gist'
          ? `https://gist.github.com/${name}/0f1e2d3c4b5a`
          : `https://host-${name.length % 2}.example/${name}`,
    files: paths.map((one) => ({ path: one, blob: 'b'.repeat(40) })),
  }))

describe('a notice about an npm package, a gist, or a page of another provider', () => {
  it('has every element, names its material and each of its files, and nothing that was not reviewed', () => {
    const agents = new Map(['host-0.example', 'host-1.example'].map((host) => [host, 'Host\nDMCA Agent']))
    let rendered = 0
    fc.assert(
      fc.property(
        fc.uniqueArray(anyMaterial, { minLength: 1, maxLength: 8, selector: ({ url }) => url }),
        (materials) => {
          const { notices, problems } = draftMaterial({ work, claimant, materials, agents })
          const named = new Set<string>()
          for (const { document } of notices) {
            const text =
              document.kind === 'letter'
                ? renderCorrespondence(signed(document), templates)
                : renderMarkdown(signed(document), templates)
            expect(checkNotice(signed(document)).complete).toBe(true)
            expect(Object.values(checkNoticeText(text).statutory)).toEqual(Array(6).fill('present'))
            const own = document.kind === 'letter' ? document.materials : document.otherMaterial
            for (const { url, files } of own) {
              named.add(url)
              expect(text).toContain(url)
              for (const file of files) expect(decodeURIComponent(text)).toContain(`${url} ${file.path}`)
            }
            rendered += 1
          }
          for (const one of materials) {
            const may = one.decision === 'infringing' && one.strength === 'strong' && !one.official
            expect(named.has(one.url)).toBe(may)
            if (!may) expect(problems.some(({ message }) => message.includes(one.url))).toBe(true)
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(rendered).toBeGreaterThan(100)
  })

  it('may not be a repository in disguise', () => {
    for (const url of ['https://github.com/eve/orbit', 'https://example.com/?u=github.com/eve/orbit']) {
      const material: MaterialCandidate = {
        id: 1,
        kind: 'elsewhere',
        url,
        entire: true,
        official: false,
        files: [{ path: 'a', blob: 'b' }],
        decision: 'infringing',
        strength: 'strong',
        class: 'exact',
      }
      const host = new URL(url).host
      const { notices } = draftMaterial({
        work,
        claimant,
        materials: [material],
        agents: new Map([[host, 'X']]),
      })
      expect(notices.flatMap(({ problems }) => problems.map(({ code }) => code))).toContain(
        'material-address',
      )
    }
  })
})

describe('the sentence about all forks', () => {
  it('is in the text when the document holds its sample, and only then', () => {
    fc.assert(
      fc.property(anyNetwork({ nameable: true, maxLength: 8 }), fc.boolean(), (candidates, sworn) => {
        const sample = {
          root: 'a/b',
          networkSize: 400,
          population: 399,
          seed: 's',
          drawn: ['c/d'],
          infringing: 1,
          confidence: 0.95,
          atLeast: 0.95,
          reason: 'r',
          agreed: null,
        }
        for (const { document } of draftNotices(inputOf(candidates)).notices) {
          const with_ = signed({ ...document, representativeForks: sworn ? sample : (false as const) })
          for (const text of [renderMarkdown(with_, templates), renderText(with_, templates)]) {
            expect(readPublishedNotice(path, text).statements.representativeForks).toBe(sworn)
            expect(readPublishedNotice(path, text).repositories).toEqual(folded(namedRepositories(document)))
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})
