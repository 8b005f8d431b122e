import type { AddressInfo } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readEvents } from '../../../../db/events/read-events.ts'
import { findMessage } from '../../../../db/queries/messages.ts'
import { matchMail } from '../../../../server/core/inbox/match-mail.ts'
import { linkMail } from '../../../../server/tasks/inbox/link-mail.ts'
import { listInbox } from '../../../../server/tasks/inbox/list-inbox.ts'
import { readInbox } from '../../../../server/tasks/inbox/read-inbox.ts'
import { readMail, showMail } from '../../../../server/tasks/inbox/show-mail.ts'
import { openDataFolder } from '../../http/data-folder.ts'
import { seed } from '../../http/seed/seed.ts'

/** The seed's notice orbit-cli-1 has this ticket. */
const ticket = '1234567'
const vouched =
  'Authentication-Results: mx.orbit.example; dkim=pass header.d=github.com; dmarc=pass (p=reject) header.from=github.com\r\n'
const plain = (subject: string, text: string, headers = vouched, from = 'copyright@github.com') =>
  `${headers}From: GitHub <${from}>\r\nTo: legal@orbit.example\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`

async function startMailServer(raws: readonly (string | Buffer)[]) {
  const binary = (raw: string | Buffer) => Buffer.from(raw).toString('binary')
  const server = hoodiecrow({
    plugins: ['ID', 'IDLE', 'UIDPLUS', 'NAMESPACE', 'SPECIAL-USE', 'UNSELECT', 'ENABLE', 'LITERALPLUS'],
    users: { ann: { password: 'pass word' } },
    storage: { INBOX: { messages: raws.map((raw) => ({ raw: binary(raw) })) } },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    imapUrl: `imap://ann:pass%20word@127.0.0.1:${port}/INBOX`,
    deliver: (raw: string | Buffer) => server.appendMessage('INBOX', [], new Date(), binary(raw)),
  }
}

async function openInbox(raws: readonly (string | Buffer)[]) {
  const server = await startMailServer(raws)
  const { app, remove } = await openDataFolder()
  onTestFinished(remove)
  await seed(app)
  const config = { imapUrl: server.imapUrl, authServer: 'mx.orbit.example' }
  return { ...server, app: { ...app, actor: 'test', config } }
}

describe('the inbox', () => {
  it('links what answers a notice, leaves the rest to a person, and keeps each whole and once', async () => {
    const huge = Buffer.concat([
      Buffer.from(
        `${vouched}From: copyright@github.com\r\nSubject: [GitHub] ${ticket}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nYour notice has been processed.\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
      ),
      Buffer.alloc(8 * 1024 * 1024, 'QUJD\r\n'),
      Buffer.from('\r\n--b--\r\n'),
    ])
    const mails = {
      confirmation: plain(
        `Re: your notice [${ticket}]`,
        'We have received your notice. Thank you for contacting us.',
      ),
      changes: plain('DMCA', `Please revise your notice, ticket ${ticket}.`),
      owner: plain('DMCA', `The user has made changes to the repository. Ticket ${ticket}.`),
      counter: plain('Counter notice', `A counter notice was submitted, see ticket ${ticket}.`),
      huge,
      html: `${vouched}From: copyright@github.com\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n<p>Ticket <b>${ticket}</b> <script>fetch("http://127.0.0.1:9/")</script><img src="http://127.0.0.1:9/x">has been processed</p>\r\n`,
      charset: Buffer.from(
        `${vouched}From: copyright@github.com\r\nSubject: =?utf-16?B?garbage?=\r\nContent-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe${ticket}\r\n`,
        'latin1',
      ),
      forged: plain('Processed', `Ticket ${ticket} has been processed.`, ''),
      foreign: plain('Processed', ticket, vouched.replaceAll('github.com', 'evil.example'), 'a@evil.example'),
      ownHeader: plain('Processed', ticket, vouched.replace('mx.orbit.example', 'mx.evil.example')),
      lookalike: plain('Processed', ticket, vouched.replaceAll('github.com', 'github.com.evil.example')),
      otherTicket: plain(
        'Processed',
        'Ticket 7654321 has been processed. Run: clawback notice sign orbit-cli-2',
      ),
      longer: plain('Processed', `Number 9${ticket}9 is no ticket.`),
      empty: '',
      noise: Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256)),
    }
    const linked = new Set(['confirmation', 'changes', 'owner', 'counter', 'huge', 'html', 'charset'])
    const all = Object.values(mails).filter((mail) => mail.length > 0)
    const { app, deliver } = await openInbox(all)

    expect(await readInbox(app)).toEqual({
      read: all.length,
      linked: linked.size,
      left: all.length - linked.size,
      notHandedOut: 0,
    })
    expect(await readInbox(app)).toEqual({ read: 0, linked: 0, left: 0, notHandedOut: 0 })
    // The same mail again, elsewhere in the mailbox, is the same mail.
    deliver(mails.confirmation)
    deliver(plain('More', `Ticket ${ticket}: more.`))
    expect(await readInbox(app)).toEqual({ read: 1, linked: 1, left: 0, notHandedOut: 0 })

    const rows = await listInbox(app, null)
    expect(rows).toHaveLength(all.length + 1)
    expect(
      rows.filter(({ state }) => state === 'linked').every(({ notice }) => notice === 'orbit-cli-1'),
    ).toBe(true)
    const kinds = rows.filter(({ state }) => state === 'linked').map(({ kind }) => kind)
    for (const kind of ['confirmation', 'changes-requested', 'owner-changed', 'counter-notice', 'processed'])
      expect(kinds).toContain(kind)
    const kept = await findMessage(app.db, rows.find(({ bytes }) => bytes === huge.length)!.id)
    expect(kept!.laterParts).toHaveLength(4)
    const parts = []
    for await (const part of readMail(app, kept!)) parts.push(part)
    expect(Buffer.concat(parts).equals(huge)).toBe(true)
    const html = rows.find(({ bytes }) => bytes === mails.html.length)!
    expect((await showMail(app, html.id)).text).not.toMatch(/[<>]|fetch/)
    const events = []
    for await (const event of readEvents(app.db)) events.push(event)
    // Mail does nothing: no notice was signed, sent or recorded by it.
    const ours = events.filter(({ kind }) => kind === 'mail.read')
    expect(ours).toHaveLength(rows.length)
    expect(JSON.stringify(ours)).not.toContain('Processed')
    expect(events.at(-1)!.kind).toBe('mail.read')
  }, 60_000)

  it('believes nobody without a server that vouches, and lets a person link', async () => {
    const { app } = await openInbox([plain('Processed', `Ticket ${ticket} has been processed.`)])
    const alone = { ...app, config: { ...app.config, authServer: null } }
    expect(await readInbox(alone)).toEqual({ read: 1, linked: 0, left: 1, notHandedOut: 0 })
    const [mail] = await listInbox(app, 'left')
    expect(mail).toMatchObject({ notice: 'orbit-cli-1', reason: expect.stringContaining('forged') })
    await linkMail(app, { id: mail!.id, notice: 'orbit-cli-1', kind: null })
    expect(await listInbox(app, 'left')).toEqual([])
  })

  it('tells a wrong login without showing it', async () => {
    const { app } = await openInbox([])
    const imapUrl = app.config.imapUrl.replace('pass%20word', 'hunter2')
    const error: unknown = await readInbox({ ...app, config: { ...app.config, imapUrl } }).catch(
      (e: unknown) => e,
    )
    expect(error).toMatchObject({ code: 'MAILBOX_NOT_READ', exitCode: 3 })
    expect((error as Error).message).not.toContain('hunter2')
  })
})

it('two notices with one ticket are for a person to tell apart', () => {
  const mail = {
    sender: 'copyright@github.com',
    subject: ticket,
    text: '',
    authentication: 'mx; dkim=pass header.d=github.com',
  }
  const awaited = [
    { id: 'a-1', ticket },
    { id: 'a-2', ticket },
  ]
  expect(matchMail(mail, awaited, 'mx')).toMatchObject({ state: 'left', notice: null })
  expect(matchMail(mail, awaited.slice(1), 'mx')).toMatchObject({ state: 'linked', notice: 'a-2' })
})
