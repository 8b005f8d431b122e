import fc from 'fast-check'
import type { MatchClass, Strength } from '../../../../server/core/match/types.ts'
import type { DraftInput } from '../../../../server/core/notice/draft-notices.ts'
import type { NoticeCandidate } from '../../../../server/core/notice/candidate.ts'
import type { Claimant, MaterialFile, NoticedWork } from '../../../../server/core/notice/types.ts'
import type { Decision } from '../../../../server/core/repository/types.ts'

export const claimant: Claimant = {
  name: 'Ada Diaz',
  role: 'agent',
  organization: 'Orbit Inc.',
  authority: 'I am general counsel of Orbit Inc., which owns the work.',
  email: 'ada@orbit.example',
  phone: '+1 415 555 0100',
  address: null,
}

export const work: NoticedWork = {
  title: 'Orbit CLI',
  owner: 'Orbit Inc.',
  description: 'The source code of the Orbit command line tool, about 1,900 files of TypeScript.',
  url: null,
  leakedAt: '2026-03-31',
}

export const officialRoot = { id: 1, owner: 'orbit', name: 'sdk' }

const hex = (seed: number): string => seed.toString(16).padStart(40, '0')

export function evidenceOf(id: number, path = 'src/main.ts'): MaterialFile {
  return {
    path,
    ref: 'refs/heads/main',
    commit: hex(id),
    blob: hex(id + 1),
    permalink: `https://github.com/o/n/blob/${hex(id)}/x`,
  }
}

/** A reviewed copy that a notice may name, unless told otherwise. */
export function candidateOf(id: number, name: string, over: Partial<NoticeCandidate> = {}): NoticeCandidate {
  const [owner = '', repository = ''] = name.split('/')
  return {
    id,
    owner,
    name: repository,
    parent: null,
    networkRoot: null,
    official: false,
    decision: 'infringing',
    strength: 'strong',
    class: 'exact',
    entireRepository: true,
    ofRepository: 1,
    evidence: [evidenceOf(id)],
    license: null,
    ...over,
  }
}

export function inputOf(repositories: NoticeCandidate[], over: Partial<DraftInput> = {}): DraftInput {
  return {
    work: { ...work, license: 'none' },
    claimant,
    repositories,
    facts: { officialRepositories: [officialRoot] },
    options: { kind: 'takedown' },
    ...over,
  }
}

const ownerName = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,20}$/)
const repositoryName = fc
  .stringMatching(/^[A-Za-z0-9._-]{1,30}$/)
  .filter((name) => !/^\.{1,2}$/.test(name) && !/\.git$/i.test(name))

/** Paths with any character that git allows: spaces, quotes, brackets, emphasis, other scripts, line breaks. */
export const anyPath: fc.Arbitrary<string> = fc
  .array(
    fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.constantFrom(
          'a b',
          '**bold**',
          'x_y_',
          '(1)',
          "it's",
          '%20',
          '#',
          '?q=1',
          'ключ',
          '鍵',
          'e\u0301',
          '"q"',
          '~',
          '\n',
          'end.',
        ),
      )
      .map((segment) => segment.replaceAll('/', '').replaceAll('\0', ''))
      .filter((segment) => segment !== '' && segment !== '.' && segment !== '..'),
    { minLength: 1, maxLength: 4 },
  )
  .map((segments) => segments.join('/'))
  .filter((path) => !/\p{Surrogate}/u.test(path))

const anyEvidence: fc.Arbitrary<MaterialFile> = fc
  .record({
    path: anyPath,
    branch: fc.constantFrom('refs/heads/main', 'refs/heads/feature/x', 'refs/tags/v1.0', 'refs/heads/ветка'),
    commit: fc.nat(),
    blob: fc.nat(),
  })
  .map(({ path, branch, commit, blob }) => ({
    path,
    ref: branch,
    commit: hex(commit),
    blob: hex(blob),
    permalink: `https://github.com/o/n/blob/${hex(commit)}/x`,
  }))

export interface NetworkOptions {
  /** Whether every repository may be named. */
  nameable: boolean
  maxLength: number
}

/** Repositories of several networks, forks of each other and of official ones, with any names and paths. */
export function anyNetwork({ nameable, maxLength }: NetworkOptions): fc.Arbitrary<NoticeCandidate[]> {
  const decisions: fc.Arbitrary<Decision | null> = fc.constantFrom(
    'infringing',
    'infringing',
    'infringing',
    'authorized',
    'fair-use',
    'not-ours',
    'needs-counsel',
    null,
  )
  const classes: fc.Arbitrary<MatchClass> = fc.constantFrom(
    'exact',
    'exact',
    'modified',
    'partial',
    'port',
    'none',
  )
  const strengths: fc.Arbitrary<Strength> = fc.constantFrom('strong', 'strong', 'weak', 'none')
  const repository = fc.record({
    owner: ownerName,
    name: repositoryName,
    parentIndex: fc.option(fc.nat(), { nil: null }),
    entireRepository: fc.boolean(),
    evidence: fc.array(anyEvidence, { minLength: nameable ? 1 : 0, maxLength: 3 }),
    official: nameable ? fc.constant(false) : fc.boolean(),
    decision: nameable ? fc.constant<Decision>('infringing') : decisions,
    class: nameable ? fc.constant<MatchClass>('exact') : classes,
    strength: nameable ? fc.constant<Strength>('strong') : strengths,
  })
  return fc
    .uniqueArray(repository, {
      maxLength,
      minLength: 1,
      selector: ({ owner, name }) => `${owner}/${name}`.toLowerCase(),
    })
    .map((repositories) => repositories.map((each, index) => toCandidate(each, index, repositories)))
}

function toCandidate(
  {
    parentIndex,
    ...repository
  }: Omit<NoticeCandidate, 'id' | 'parent' | 'networkRoot' | 'license' | 'ofRepository'> & {
    parentIndex: number | null
  },
  index: number,
  all: readonly { owner: string; name: string }[],
): NoticeCandidate {
  const slots = [
    officialRoot,
    { id: 2, owner: 'gone', name: 'leak' },
    ...all.map(({ owner, name }, at) => ({ id: at + 10, owner, name })),
  ]
  const parent = parentIndex === null ? null : slots[parentIndex % slots.length]!
  const ofRepository = repository.entireRepository ? 1 : 0.4
  return { ...repository, id: index + 10, parent, networkRoot: parent, license: null, ofRepository }
}

/** A line of prose with what people and adversaries write: markup, quotes, brackets, other scripts, addresses. */
export const anyWords: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }),
      fc.constantFrom(
        'Orbit',
        '**bold**',
        '[link](https://orbit.example)',
        '<b>x</b>',
        '&amp;',
        '“quoted”',
        '# 1',
        '---',
        '- item',
        'コマンドライン',
        'исходный код',
        '源代码',
        'עברית',
        '{{title}}',
        '${x}',
        '\\_',
        '[private]',
        'https://orbit.example/a',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => `Orbit ${words.join(' ').replace(/[\p{Cc}\p{Surrogate}\u2028\u2029]/gu, '')}`)
