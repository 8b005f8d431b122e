/** A mail as far as it is read. All of it is a stranger's text. */
export interface MailText {
  sender: string | null
  subject: string | null
  text: string
  /** The topmost Authentication-Results header (RFC 8601): the one that our own server wrote, if any did. */
  authentication: string | null
}

/** What a mail of GitHub's is about. */
export type MailKind =
  'confirmation' | 'changes-requested' | 'owner-changed' | 'processed' | 'counter-notice' | 'other'

export interface MailMatch {
  kind: MailKind
  /** The notice that it answers, or for a mail that is left, may answer. */
  notice: string | null
  /** `left`: for a person to look at. */
  state: 'linked' | 'left'
  reason: string
}

/** What a notice is known by in GitHub's mail. */
export interface Awaited {
  id: string
  /** The 7-digit number of the confirmation mail. */
  ticket: string | null
}

/** Who writes for GitHub about notices. */
const gitHubDomains = ['github.com', 'githubsupport.com']

/**
 * The notice that a mail answers: by its ticket, and only when the sender's domain is GitHub's and our own mail server
 * vouches for it. A mail never does anything but be linked; when in doubt it is left for a person, with what is
 * likely. `authServer`: how our mail server calls itself in Authentication-Results; without it nobody vouches.
 */
export function matchMail(mail: MailText, awaited: readonly Awaited[], authServer: string | null): MailMatch {
  const kind = kindOf(mail)
  const tickets = new Set(`${mail.subject ?? ''}\n${mail.text}`.match(/(?<!\d)\d{7}(?!\d)/g) ?? [])
  const named = awaited.filter(({ ticket }) => ticket !== null && tickets.has(ticket))
  const notice = named.length === 1 ? named[0]!.id : null
  const left = (reason: string): MailMatch => ({ kind, notice, state: 'left', reason })
  if (mail.sender === null) return left('it could not be read')
  const domain = mail.sender.slice(mail.sender.lastIndexOf('@') + 1).toLowerCase()
  if (!gitHubDomains.includes(domain)) return { ...left('the sender is not GitHub'), kind: 'other' }
  if (!isVouchedFor(mail.authentication, domain, authServer))
    return left('nobody vouches that it comes from GitHub: the sender may be forged')
  if (named.length > 1) return left('several notices have its ticket')
  if (notice === null) return left('no notice that was sent has its ticket')
  return { kind, notice, state: 'linked', reason: 'the ticket, in a mail that GitHub signed' }
}

/** Our server's own header says that DMARC passed, or that a signature of just this domain did. */
function isVouchedFor(header: string | null, domain: string, authServer: string | null): boolean {
  if (header === null || authServer === null) return false
  const text = header.replace(/\([^()]*\)/g, ' ').toLowerCase()
  const [server = '', ...results] = text.split(';').map((part) => part.trim())
  if (server.split(/\s+/)[0] !== authServer.toLowerCase()) return false
  const escaped = domain.replaceAll('.', '\\.')
  const dmarc = new RegExp(`^dmarc\\s*=\\s*pass\\b.*\\bheader\\.from\\s*=\\s*@?${escaped}(?:\\s|$)`)
  const dkim = new RegExp(`^dkim\\s*=\\s*pass\\b.*\\bheader\\.d\\s*=\\s*@?${escaped}(?:\\s|$)`)
  return results.some((result) => dmarc.test(result) || dkim.test(result))
}

function kindOf({ subject, text }: MailText): MailKind {
  const all = `${subject ?? ''}\n${text}`
  if (/counter[\s-]?noti(?:ce|fication)/i.test(all)) return 'counter-notice'
  if (/(?:made|has made|have made)\s+(?:the\s+)?changes/i.test(all)) return 'owner-changed'
  if (
    /(?:revise|unable to process|cannot process|need more information|please (?:provide|clarify))/i.test(all)
  )
    return 'changes-requested'
  if (
    /(?:has|have) been (?:disabled|removed|processed|taken down)|we(?:'ve| have) (?:processed|disabled)/i.test(
      all,
    )
  )
    return 'processed'
  if (/(?:received your|thank you for (?:contacting|your notice)|has been received)/i.test(all))
    return 'confirmation'
  return 'other'
}
