import { describeClaimant, describeContact } from '../../core/notice/describe.ts'
import { repositoryUrl } from '../../core/notice/material-url.ts'
import type { RetractionDocument, RetractionScope } from '../../core/notice/types.ts'
import type { NoticeTemplates, StatementName } from './notice-templates.ts'
import { tidy } from './tidy.ts'

export interface RetractionParameters {
  draft: boolean
  draftMark: string
  publishedUrl: string
  ticket: string
  sentAt: string
  title: string
  withdrawal: string
  reason: string
  reinstate: string[]
  staysStatement: string
  stayDisabled: string[]
  claimant: string
  contact: string
  signature: string
  signedOn: string
}

const withdrawalOf: Record<RetractionScope['mode'], StatementName> = {
  whole: 'retraction-whole',
  listed: 'retraction-listed',
  'all-except': 'retraction-all-except',
}

/** A retraction: what is withdrawn in plain words, links to it, what stays disabled, and who says so. */
export function renderRetraction(document: RetractionDocument, templates: NoticeTemplates): string {
  const { about, withdraws, claimant, signature } = document
  const say = (name: StatementName): string => templates.statement(name, { owner: claimant.role === 'owner' })
  return tidy(
    templates.retractionText({
      draft: signature === null,
      draftMark: say('draft-mark'),
      publishedUrl: about.publishedUrl ?? '',
      ticket: about.ticket ?? '',
      sentAt: about.sentAt?.slice(0, 10) ?? '',
      title: document.work.title,
      withdrawal: say(withdrawalOf[withdraws.mode]),
      reason: document.reason,
      reinstate: withdraws.mode === 'all-except' ? [] : withdraws.repositories.map(repositoryUrl),
      staysStatement: say('retraction-stay-disabled'),
      stayDisabled: withdraws.mode === 'whole' ? [] : withdraws.stayDisabled.map(repositoryUrl),
      claimant: describeClaimant(claimant),
      contact: describeContact(claimant),
      signature: signature?.name ?? '',
      signedOn: signature?.at.slice(0, 10) ?? '',
    }),
  )
}
