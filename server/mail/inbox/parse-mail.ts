import PostalMime from 'postal-mime'
import type { MailText } from '../../core/inbox/match-mail.ts'

/** What is read of a mail; attachments come later in it and are not looked into. */
const READ = 1024 * 1024
const MOST_TEXT = 200_000
/** A mail server's is a few lines; one cut off could say something else. */
const LONGEST_RESULTS = 20_000

/** Of a mail that nobody could read. */
export const unreadable: MailText = {
  sender: null,
  subject: null,
  text: '',
  authentication: null,
  messageId: null,
  hasAttachments: false,
}

/**
 * The headers and the text of a mail, in whatever charset it says it is. HTML is turned into text; nothing in it is
 * loaded or followed. A mail that cannot be read has no text: a person looks at it.
 */
export async function parseMail(bytes: Uint8Array): Promise<MailText> {
  try {
    const mail = await PostalMime.parse(partToRead(bytes), { maxNestingDepth: 50 })
    const authentication = mail.headers.find(({ key }) => key === 'authentication-results')?.value
    return {
      sender: mail.from?.address ?? null,
      subject: mail.subject ?? null,
      text: (mail.text ?? textOf(mail.html ?? '')).slice(0, MOST_TEXT),
      authentication:
        authentication === undefined || authentication.length > LONGEST_RESULTS ? null : authentication,
      messageId: mail.messageId ?? null,
      hasAttachments: mail.attachments.length > 0,
    }
  } catch {
    return unreadable
  }
}

/** As much of a mail as is ever read. */
export function partToRead(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, READ)
}

function textOf(html: string): string {
  return (
    html
      .slice(0, MOST_TEXT)
      // One that does not end goes to the end, as in a browser; looked for anew each time, it would take its square.
      .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
      .replace(/<[^<>]*>/g, ' ')
  )
}
