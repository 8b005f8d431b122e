import { describeClaimant, describeContact, describeWork } from '../../core/notice/describe.ts'
import { materialLines } from '../../core/notice/answer-form.ts'
import { repositoryUrl } from '../../core/notice/material-url.ts'
import type {
  NoticeDocument,
  NoticeReference,
  PreservationDocument,
  ReplyDocument,
  TakedownDocument,
} from '../../core/notice/types.ts'
import type { NoticeTemplates, StatementName } from './notice-templates.ts'
import { renderProviderLetter } from './render-letter.ts'
import { renderRetraction } from './render-retraction.ts'
import { tidy } from './tidy.ts'

/** What both kinds of letters to GitHub hold. */
interface Letterhead {
  draft: boolean
  draftMark: string
  publishedUrl: string
  ticket: string
  sentAt: string
  claimant: string
  contact: string
  signature: string
  signedOn: string
}

export interface ReplyParameters extends Letterhead {
  title: string
  settledStatement: string
  settled: string[]
  remainingStatement: string
  remaining: string[]
}

export interface PreservationParameters extends Letterhead {
  authority: string
  work: string
  request: string
  repositories: string[]
}

/** Everything but GitHub's form is a letter: its text. */
export function renderCorrespondence(
  document: Exclude<NoticeDocument, TakedownDocument>,
  templates: NoticeTemplates,
): string {
  switch (document.kind) {
    case 'retraction':
      return renderRetraction(document, templates)
    case 'reply':
      return renderReply(document, templates)
    case 'preservation':
      return renderPreservation(document, templates)
    case 'letter':
      return renderProviderLetter(document, templates)
  }
}

function renderReply(document: ReplyDocument, templates: NoticeTemplates): string {
  const say = speaker(document, templates)
  return tidy(
    templates.replyText({
      ...letterhead(document, document.about, say),
      title: document.work.title,
      settledStatement: say('reply-settled'),
      settled: document.settled.map(repositoryUrl),
      remainingStatement: say('reply-remaining'),
      remaining: document.remaining.flatMap((repository) => materialLines(repository, document.scope)),
    }),
  )
}

function renderPreservation(document: PreservationDocument, templates: NoticeTemplates): string {
  const say = speaker(document, templates)
  return tidy(
    templates.preservationText({
      ...letterhead(document, document.about, say),
      authority: document.claimant.authority,
      work: describeWork(document.work),
      request: say('preservation-request'),
      repositories: document.repositories.map(repositoryUrl),
    }),
  )
}

type Say = (name: StatementName) => string

function speaker({ claimant }: NoticeDocument, templates: NoticeTemplates): Say {
  return (name) => templates.statement(name, { owner: claimant.role === 'owner' })
}

function letterhead(
  { claimant, signature }: NoticeDocument,
  about: NoticeReference | null,
  say: Say,
): Letterhead {
  return {
    draft: signature === null,
    draftMark: say('draft-mark'),
    publishedUrl: about?.publishedUrl ?? '',
    ticket: about?.ticket ?? '',
    sentAt: about?.sentAt?.slice(0, 10) ?? '',
    claimant: describeClaimant(claimant),
    contact: describeContact(claimant),
    signature: signature?.name ?? '',
    signedOn: signature?.at.slice(0, 10) ?? '',
  }
}
