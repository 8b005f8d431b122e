import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { namedRepositories } from '../../../../server/core/notice/accused.ts'
import type { TakedownDocument } from '../../../../server/core/notice/types.ts'
import { anyNetwork, candidateOf, claimant, evidenceOf, inputOf, officialRoot, work } from './samples.ts'

const names = (repositories: { owner: string; name: string }[]): string[] =>
  repositories.map(({ owner, name }) => `${owner}/${name}`)

const shape = (document: TakedownDocument): unknown => ({
  repositories: names(document.repositories),
  forks: names(document.forks),
  scope: document.scope,
})

describe('draftNotices', () => {
  it('claims the topmost copy and lists its forks and their forks', () => {
    const leak = candidateOf(2, 'leaker/orbit', { parent: officialRoot })
    const fork = candidateOf(3, 'ann/orbit', { parent: leak })
    const forkOfFork = candidateOf(4, 'bob/orbit', { parent: fork })
    const { notices, problems } = draftNotices(inputOf([forkOfFork, fork, leak]))
    expect(problems).toEqual([])
    expect(notices.map(({ document }) => shape(document))).toEqual([
      { repositories: ['leaker/orbit'], forks: ['ann/orbit', 'bob/orbit'], scope: 'entire-repository' },
    ])
  })

  it('names a fork of the official repository itself, and never the official one', () => {
    const root = candidateOf(1, 'orbit/sdk', { official: true })
    const one = candidateOf(2, 'leaker/orbit', { parent: officialRoot })
    const two = candidateOf(3, 'second/orbit', { parent: officialRoot })
    const { notices, problems } = draftNotices(inputOf([root, one, two]))
    expect(notices.map(({ document }) => names(namedRepositories(document)))).toEqual([
      ['leaker/orbit'],
      ['second/orbit'],
    ])
    expect(problems).toMatchObject([
      { code: 'repository-official', severity: 'error', repository: 'orbit/sdk' },
    ])
  })

  it('gives detached copies notices of their own, and orphans of one parent a notice together', () => {
    const gone = { id: 9, owner: 'gone', name: 'leak' }
    const { notices } = draftNotices(
      inputOf([
        candidateOf(2, 'a/detached'),
        candidateOf(3, 'b/orphan', { parent: gone }),
        candidateOf(4, 'c/orphan', { parent: gone }),
      ]),
    )
    expect(notices.map(({ document }) => names(document.repositories))).toEqual([
      ['a/detached'],
      ['b/orphan', 'c/orphan'],
    ])
  })

  it('never mixes entire repositories and specific files in one notice', () => {
    const leak = candidateOf(2, 'leaker/orbit')
    const partial = candidateOf(3, 'ann/orbit', {
      parent: leak,
      entireRepository: false,
      evidence: [evidenceOf(3, 'b.ts'), evidenceOf(3, 'a.ts'), evidenceOf(3, 'a.ts')],
    })
    const { notices } = draftNotices(inputOf([leak, partial]))
    expect(notices.map(({ document }) => shape(document))).toEqual([
      { repositories: ['leaker/orbit'], forks: [], scope: 'entire-repository' },
      { repositories: ['ann/orbit'], forks: [], scope: 'specific-files' },
    ])
    expect(notices[1]?.document.repositories[0]?.files.map(({ path }) => path)).toEqual(['a.ts', 'b.ts'])
  })

  it('names nothing that is unreviewed, official, ported, unmatched or without evidence, whatever comes in', () => {
    fc.assert(
      fc.property(anyNetwork({ nameable: false, maxLength: 12 }), (candidates) => {
        const { notices, problems } = draftNotices(inputOf(candidates))
        const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
        const named = notices.flatMap(({ document }) => namedRepositories(document))
        for (const { id, owner, name } of named) {
          const candidate = byId.get(id)
          expect(candidate).toMatchObject({ decision: 'infringing', official: false, owner, name })
          expect(['port', 'none']).not.toContain(candidate?.class)
          expect(candidate?.strength).not.toBe('none')
          expect(candidate?.evidence.length).toBeGreaterThan(0)
        }
        const accounted = new Set([...names(named), ...problems.map(({ repository }) => repository)])
        expect(new Set(names(candidates))).toEqual(accounted)
        expect(named.length).toBe(new Set(named.map(({ id }) => id)).size)
        for (const { document } of notices) expect(document.representativeForks).toBe(false)
      }),
    )
  })

  it('puts a repository into the fork list only below a repository that the same notice claims', () => {
    fc.assert(
      fc.property(anyNetwork({ nameable: true, maxLength: 12 }), (candidates) => {
        const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
        for (const { document } of draftNotices(inputOf(candidates)).notices) {
          const inNotice = new Set(namedRepositories(document).map(({ id }) => id))
          for (const fork of document.forks) expect(inNotice).toContain(byId.get(fork.id)?.parent?.id)
          const scopes = namedRepositories(document).map(({ id }) => byId.get(id)?.entireRepository)
          expect(new Set(scopes).size).toBe(1)
        }
      }),
    )
  })

  it('refuses both of two repositories that share a name or an id', () => {
    const { notices, problems } = draftNotices(inputOf([candidateOf(2, 'a/b'), candidateOf(3, 'A/B')]))
    expect(notices).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['repository-conflict', 'repository-conflict'])
  })

  it('refuses an official repository by its name when its flag is wrong', () => {
    const { notices, problems } = draftNotices(inputOf([candidateOf(77, 'Orbit/SDK')]))
    expect(notices).toEqual([])
    expect(problems).toMatchObject([{ code: 'repository-official' }])
  })

  it('refuses evidence that nobody could find again', () => {
    for (const broken of [
      { commit: 'main' },
      { blob: '' },
      { path: '' },
      { permalink: 'https://example.com' },
    ]) {
      const candidate = candidateOf(2, 'a/b', { evidence: [{ ...evidenceOf(2), ...broken }] })
      expect(draftNotices(inputOf([candidate])).problems).toMatchObject([{ code: 'evidence-incomplete' }])
    }
  })

  it('puts the ticket of the first notice into a revised one, and errs without it', () => {
    const about = { id: 'orbit-1', publishedUrl: null, sentAt: null }
    const drafted = (ticket: string | null) =>
      draftNotices(
        inputOf([candidateOf(2, 'a/b')], { options: { kind: 'revised', about: { ...about, ticket } } }),
      ).notices[0]
    expect(drafted('1234567')?.document.ticket).toBe('1234567')
    expect(drafted('1234567')?.problems.map(({ code }) => code)).toEqual(['not-signed'])
    expect(drafted(null)?.problems.map(({ code }) => code)).toContain('ticket-missing')
  })

  it('asks for the answers about a license when the work is licensed', () => {
    const input = inputOf([candidateOf(2, 'a/b')], { work: { ...work, license: 'MIT' } })
    expect(draftNotices(input).notices[0]?.problems.map(({ code }) => code)).toContain(
      'open-source-answers-missing',
    )
  })

  it('warns of a decision on weak evidence, and names the repository', () => {
    const draft = draftNotices(inputOf([candidateOf(2, 'a/b', { strength: 'weak', class: 'partial' })]))
      .notices[0]
    expect(draft?.problems).toContainEqual(
      expect.objectContaining({ code: 'evidence-weak', severity: 'warning', repository: 'a/b' }),
    )
  })

  it('keeps the evidence of each named repository beside the document', () => {
    const leak = candidateOf(2, 'leaker/orbit', { license: 'MIT' })
    expect(draftNotices(inputOf([leak], { claimant })).notices[0]?.evidence).toEqual([
      {
        id: 2,
        owner: 'leaker',
        name: 'orbit',
        strength: 'strong',
        class: 'exact',
        license: 'MIT',
        files: leak.evidence,
      },
    ])
  })
})
