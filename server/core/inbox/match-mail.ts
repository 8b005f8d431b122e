import { readAuthentication } from './authentication-results.ts'

/** A mail as far as it is read. All of it is a stranger's text. */
export interface MailText {
  sender: string | null
  subject: string | null
  text: string
  /** The topmost Authentication-Results header (RFC 8601): the one that our own server wrote, if any did. */
  authentication: string | null
  messageId: string | null
  hasAttachments: boolean
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

/** What a server is called that writes the header without a name, as Exchange Online does. */
const UNNAMED = 'none'

/**
 * The notice that a mail answers: by its ticket, and only when the sender's domain is GitHub's and our own mail server
 * vouches for it. A mail never does anything but be linked; when in doubt it is left for a person, with what is
 * likely. `authServer`: how our mail server calls itself in Authentication-Results; without it nobody vouches.
 */
export function matchMail(
  mail: Omit<MailText, 'messageId' | 'hasAttachments'>,
  awaited: readonly Awaited[],
  authServer: string | null,
): MailMatch {
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

/**
 * Our server's own header says that DMARC passed, or where it says nothing of DMARC, that a signature of just this
 * domain did. Two answers about DMARC are none: one of them is somebody else's.
 */
function isVouchedFor(header: string | null, domain: string, authServer: string | null): boolean {
  if (header === null || authServer === null) return false
  const read = readAuthentication(header)
  if (read === null || (read.server ?? UNNAMED) !== authServer.toLowerCase()) return false
  const of = (method: string) => read.results.filter((one) => one.method === method)
  const [dmarc, second] = of('dmarc')
  if (dmarc !== undefined)
    return (
      second === undefined && dmarc.result === 'pass' && bare(dmarc.properties.get('header.from')) === domain
    )
  return of('dkim').some(
    ({ result, properties }) =>
      // Gmail names the signer as header.i, which lies within header.d (RFC 6376, section 3.5).
      result === 'pass' && bare(properties.get('header.d') ?? properties.get('header.i')) === domain,
  )
}

function bare(domain: string | undefined): string | undefined {
  return domain?.replace(/^@/, '')
}

function kindOf({ subject, text }: Pick<MailText, 'subject' | 'text'>): MailKind {
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
