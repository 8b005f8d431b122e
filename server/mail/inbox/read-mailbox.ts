import { ImapFlow } from 'imapflow'
import { fetchAccessToken, type MailOAuth } from '../access-token.ts'
import { isLoopback } from '../is-loopback.ts'

/** How far a mailbox was read. */
export interface MailboxPlace {
  uidValidity: string
  lastUid: number
  /** Mails before the place that the server did not hand out yet. */
  unread: readonly number[]
}

/** One mail as it came, with its bytes still at the server. */
export interface RawMail {
  uidValidity: string
  uid: number
  /** When the server took it in; null: it does not say. */
  receivedAt: Date | null
  /**
   * Its bytes in order, asked for piece by piece.
   * @throws MailNotHandedOut, MailTakenOut
   */
  chunks: AsyncIterable<Buffer>
}

/** The server broke off in this mail. Whether it hands out others shows when they are asked for. */
export class MailNotHandedOut extends Error {}

/** Somebody else has taken the mail out of the mailbox. */
export class MailTakenOut extends Error {}

/** What is asked for at once: one round trip and one buffer. */
const CHUNK = 256 * 1024

export interface Mailbox {
  /** Of the mailbox within its server, without the login: `ann@mail.example.com/INBOX`. */
  name: string
  /** Every mail after the place, the oldest first, then those left unread. Nothing is marked, moved or deleted. */
  readAfter(place: MailboxPlace | null): AsyncGenerator<RawMail>
  /** Whether the connection still stands. */
  isOpen(): boolean
  close(): Promise<void>
}

/**
 * Signs in to the mailbox of IMAP_URL, for reading alone: by a token where the URL has no password.
 * @throws ClawbackError MAIL_TOKEN_REFUSED, MAIL_TOKEN_UNREACHABLE; whatever the server or the network says, which may
 * hold the address
 */
export async function openMailbox(imapUrl: string, oauth: MailOAuth | null): Promise<Mailbox> {
  const { protocol, hostname, port, username, password, pathname } = new URL(imapUrl)
  const secure = protocol === 'imaps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const user = decodeURIComponent(username)
  const pass = decodeURIComponent(password)
  const isByToken = pass === '' && oauth !== null
  const path = decodeURIComponent(pathname.slice(1)) || 'INBOX'
  const client = new ImapFlow({
    host,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    // A password goes in the clear only within this machine.
    ...(secure ? {} : { doSTARTTLS: !isLoopback(host) }),
    auth: isByToken ? { user, accessToken: await fetchAccessToken(oauth) } : { user, pass },
    logger: false,
    disableAutoIdle: true,
  })
  // A connection that breaks between two commands is told by the next one.
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    client.close()
    throw error
  })
  return {
    name: `${user}@${host}/${path}`,
    async *readAfter(place) {
      const opened = await client.mailboxOpen(path, { readOnly: true })
      const uidValidity = String(opened.uidValidity)
      const first = place?.uidValidity === uidValidity ? place.lastUid + 1 : 1
      if (opened.exists === 0) return
      const found = await client.search({ uid: `${first}:*` }, { uid: true })
      if (found === undefined || found === false) throw new Error('the mailbox could not be searched')
      // "n:*" always takes in the last mail, also when its number is smaller.
      const fresh = found.filter((uid) => uid >= first).sort((a, b) => a - b)
      const unread = place?.uidValidity === uidValidity ? place.unread : []
      for (const uid of [...fresh, ...unread]) {
        const receivedAt = await receiptOf(client, uid)
        yield { uidValidity, uid, receivedAt, chunks: chunksOf(client, uid) }
      }
    },
    isOpen: () => client.usable,
    close: () => client.logout().catch(() => undefined),
  }
}

/** Servers have been seen to give no date, and one that is none. */
async function receiptOf(client: ImapFlow, uid: number): Promise<Date | null> {
  const about = await client
    .fetchOne(String(uid), { uid: true, internalDate: true }, { uid: true })
    .catch(() => false as const)
  if (about === false || about === undefined) return null
  const at = new Date(about.internalDate ?? NaN)
  return Number.isNaN(at.getTime()) ? null : at
}

/**
 * The size that a server gives is not believed: Exchange's is an estimate. A mail has ended when less comes than was
 * asked for; servers that disregard what is asked for send all of it at once.
 */
async function* chunksOf(client: ImapFlow, uid: number): AsyncGenerator<Buffer> {
  for (let start = 0; ;) {
    const source = { start, maxLength: CHUNK }
    const answer = await client
      .fetchOne(String(uid), { uid: true, source }, { uid: true })
      .catch((error: unknown) => {
        throw new MailNotHandedOut(`the server broke off in mail ${uid}`, { cause: error })
      })
    const chunk = answer === false || answer === undefined ? undefined : answer.source
    if (chunk === undefined) throw await explainNothing(client, uid)
    if (chunk.length > 0) yield chunk
    if (chunk.length !== CHUNK) return
    start += chunk.length
  }
}

async function explainNothing(client: ImapFlow, uid: number): Promise<Error> {
  const found = await client.search({ uid: String(uid) }, { uid: true }).catch(() => undefined)
  return found instanceof Array && !found.includes(uid)
    ? new MailTakenOut()
    : new MailNotHandedOut(`the server does not hand out mail ${uid}`)
}
