import { createHash } from 'node:crypto'
import type { Notice } from '../../../db/queries/notices.ts'
import { ClawbackError } from '../../errors.ts'
import { composeMessage, mailAddress } from '../../mail/compose-message.ts'
import type { NoticeTemplates } from '../../render/notices/notice-templates.ts'
import { noticeSubject } from '../../render/notices/notice-subject.ts'
import { readDocument } from './notice-summary.ts'
import { renderNotice } from './render-notice.ts'

/** Where GitHub takes notices by e-mail (docs.github.com, "Guide to Submitting a DMCA Takedown Notice"). */
export const gitHubMailbox = 'copyright@github.com'

export interface NoticeMessage {
  from: string
  to: string
  subject: string
  /** The notice's text, exactly as the recipient reads it. */
  text: string
  /** SHA-256 of the text in UTF-8. */
  sha256: string
  /** Same notice, same recipient, same id: a repeat can be told from a second message. */
  messageId: string
}

/**
 * A notice as a message to one recipient: GitHub, unless it is a letter to another provider.
 * @throws ClawbackError ADDRESS_INVALID
 */
export function noticeMessage(
  notice: Notice,
  templates: NoticeTemplates,
  addresses: { from: string | null; to: string | null },
): NoticeMessage {
  const document = readDocument(notice)
  const from = mailAddress(addresses.from ?? document.claimant.email)
  if (document.kind === 'letter' && addresses.to === null) {
    throw new ClawbackError(
      'ADDRESS_INVALID',
      `${notice.id} is a letter to ${document.provider.host}, not to GitHub`,
      "Give the address of the provider's designated agent with --to.",
    )
  }
  const to = mailAddress(addresses.to ?? gitHubMailbox)
  const text = renderNotice(notice, templates, 'text')
  const sha256 = createHash('sha256').update(text).digest('hex')
  const local = createHash('sha256').update(`${notice.id}\0${to}\0${text}`).digest('hex').slice(0, 32)
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return {
    from,
    to,
    subject: noticeSubject(document),
    text,
    sha256,
    messageId: `<${local}@${domain}>`,
  }
}

/** The message as the bytes of a file or of a sending. */
export function composeNotice(
  { from, to, subject, text, messageId }: NoticeMessage,
  at: Date,
  headers: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  return composeMessage({ from, to, subject, text, messageId, at, headers })
}
