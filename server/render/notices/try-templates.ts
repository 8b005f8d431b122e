import { checkNoticeText } from '../../core/notice/check-notice-text.ts'
import { readPublishedNotice } from '../../core/notice/read/read-published-notice.ts'
import type {
  NamedRepository,
  NoticeDocument,
  NoticeScope,
  TakedownDocument,
} from '../../core/notice/types.ts'
import { ClawbackError } from '../../errors.ts'
import type { NoticeTemplates } from './notice-templates.ts'
import { renderCorrespondence } from './render-correspondence.ts'
import { renderHtml } from './render-html.ts'
import { gitHubAgent, renderLetter } from './render-letter.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderText } from './render-text.ts'

/**
 * Renders notices of every kind with a set of templates and reads them back: all that was put in must stand in what
 * came out, with every element of the statute. A template that loses a repository or a statement is not used.
 * @throws ClawbackError TEMPLATE_INVALID, TEMPLATE_UNFIT
 */
export function tryTemplates(templates: NoticeTemplates): void {
  for (const scope of ['entire-repository', 'specific-files'] as const) {
    const document = takedown(scope)
    const texts = {
      'form.txt.hbs': renderText(document, templates),
      'form.md.hbs': renderMarkdown(document, templates),
      'letter.txt.hbs': renderLetter(document, gitHubAgent, templates),
    }
    for (const [name, text] of Object.entries(texts)) tryForm(name, text)
    holds('page.html.hbs', renderHtml(document, templates), document)
    for (const draft of [renderText, renderMarkdown, renderHtml]) {
      if (/draft/i.test(draft({ ...document, signature: null }, templates))) continue
      throw unfit('draft-mark.hbs', 'an unsigned notice does not say that it is a draft')
    }
  }
  for (const [name, document] of Object.entries(letters)) {
    holds(name, renderCorrespondence(document, templates), document)
  }
}

function tryForm(name: string, text: string): void {
  const check = checkNoticeText(text)
  const missing = Object.entries(check.statutory).find(([, element]) => element !== 'present')
  if (missing !== undefined) throw unfit(name, `${missing[0]} is ${missing[1]} in what it renders`)
  const { repositories, statements } = readPublishedNotice('2026/01/2026-01-31-sample.md', text)
  const wanted = [parent, fork].map(({ owner, name: called }) => `${owner}/${called}`).sort()
  if (repositories.join() !== wanted.join())
    throw unfit(name, 'it does not name the repositories it was given')
  const { goodFaith, fairUse, perjury, guide, representativeForks } = statements
  if (!goodFaith || !fairUse || !perjury || !guide) throw unfit(name, 'a statement is lost')
  if (representativeForks) throw unfit(name, 'it swears that all or most forks infringe')
}

/** Every address, and who signed, stand in the text. */
function holds(name: string, text: string, document: NoticeDocument): void {
  const addresses = [...JSON.stringify(document).matchAll(/leaker-1|kept-2|sample\.example/g)].map(
    ([word]) => word,
  )
  for (const word of [...addresses, document.claimant.name, document.work.title]) {
    if (!text.includes(word)) throw unfit(name, `${word} is lost`)
  }
}

function unfit(name: string, what: string): ClawbackError {
  return new ClawbackError(
    'TEMPLATE_UNFIT',
    `The template ${name} is not used: ${what}`,
    'Compare it with the one that comes with Clawback; every template is tried before a notice is drafted with it.',
  )
}

const file = {
  path: 'src/main.ts',
  ref: 'refs/heads/main',
  commit: 'a'.repeat(40),
  blob: 'b'.repeat(40),
  permalink: `https://github.com/leaker-1/sample/blob/${'a'.repeat(40)}/src/main.ts`,
}
const parent: NamedRepository = { id: 1, owner: 'leaker-1', name: 'sample', files: [] }
const fork: NamedRepository = { id: 2, owner: 'kept-2', name: 'sample.fork', files: [] }
const signature = { name: 'Ada Diaz', at: '2026-01-31T12:00:00.000Z' }
const common = {
  work: {
    title: 'Sample Work',
    owner: 'Sample Inc.',
    description: 'The source code of Sample Work.',
    url: null,
    leakedAt: '2026-01-30',
  },
  claimant: {
    name: 'Ada Diaz',
    role: 'agent',
    organization: 'Sample Inc.',
    authority: 'General counsel of the owner.',
    email: 'legal@sample.example',
    phone: '+1 555 0100',
    address: null,
  },
  signature,
} as const
const about = {
  id: 'sample-1',
  publishedUrl: 'https://github.com/github/dmca/blob/master/2026/01/2026-01-31-sample.md',
  ticket: '1234567',
  sentAt: '2026-01-31',
}
const statements = { goodFaith: true, fairUse: true, perjury: true, guide: true }

function takedown(scope: NoticeScope): TakedownDocument {
  const files = scope === 'specific-files' ? [file] : []
  return {
    ...common,
    kind: 'takedown',
    platform: 'GitHub',
    ticket: null,
    scope,
    repositories: [{ ...parent, files }],
    forks: [{ ...fork, files }],
    otherMaterial: [],
    representativeForks: false,
    technologicalMeasures: null,
    openSource: null,
    solution: { kind: 'must-be-removed' },
    infringerContact: '',
    statements,
  }
}

type Letter = Exclude<NoticeDocument, TakedownDocument>

const letters: Record<string, Letter> = {
  'retraction.txt.hbs': {
    ...common,
    kind: 'retraction',
    about,
    withdraws: { mode: 'listed', repositories: [parent], stayDisabled: [fork] },
    reason: '',
  },
  'reply.txt.hbs': {
    ...common,
    kind: 'reply',
    about,
    scope: 'entire-repository',
    settled: [parent],
    remaining: [fork],
  },
  'preservation.txt.hbs': { ...common, kind: 'preservation', about, repositories: [parent, fork] },
  'letter.txt.hbs': {
    ...common,
    kind: 'letter',
    provider: { host: 'sample.example', agent: 'Sample Host\nDMCA Agent' },
    materials: [{ id: 1, kind: 'elsewhere', url: 'https://sample.example/leak', files: [] }],
    statements,
  },
}
