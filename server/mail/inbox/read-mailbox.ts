import { ImapFlow } from 'imapflow'
import { isLoopback } from '../is-loopback.ts'

/** How far a mailbox was read; null: never. */
export interface MailboxPlace {
  uidValidity: string
  lastUid: number
}

/** One mail as it came. */
export interface RawMail {
  uidValidity: string
  uid: number
  /** When the server took it in. */
  receivedAt: Date
  bytes: Buffer
}

export interface Mailbox {
  /** Of the mailbox within its server, without the login: `ann@mail.example.com/INBOX`. */
  name: string
  /** Every mail after the place, the oldest first. Nothing is marked, moved or deleted. */
  readAfter(place: MailboxPlace | null): AsyncGenerator<RawMail>
  close(): Promise<void>
}

/**
 * Signs in to the mailbox of IMAP_URL, for reading alone.
 * @throws whatever the server or the network says; it may hold the address
 */
export async function openMailbox(imapUrl: string): Promise<Mailbox> {
  const { protocol, hostname, port, username, password, pathname } = new URL(imapUrl)
  const secure = protocol === 'imaps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const user = decodeURIComponent(username)
  const path = decodeURIComponent(pathname.slice(1)) || 'INBOX'
  const client = new ImapFlow({
    host,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    // A password goes in the clear only within this machine.
    ...(secure ? {} : { doSTARTTLS: !isLoopback(host) }),
    auth: { user, pass: decodeURIComponent(password) },
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
      const uids = found.filter((uid) => uid >= first).sort((a, b) => a - b)
      for (const uid of uids) {
        const about = await client.fetchOne(String(uid), { uid: true, internalDate: true }, { uid: true })
        // Somebody else has taken it out of the mailbox.
        if (about === undefined || about === false) continue
        const { content } = await client.download(String(uid), undefined, { uid: true })
        if (content === undefined) throw new Error(`mail ${uid} has no content`)
        const chunks: Buffer[] = []
        for await (const chunk of content) chunks.push(chunk as Buffer)
        const at = new Date(about.internalDate ?? 0)
        yield { uidValidity, uid, receivedAt: at, bytes: Buffer.concat(chunks) }
      }
    },
    close: () => client.logout().catch(() => undefined),
  }
}
