/** The ticket of the notice that the test's data folder has sent. */
export const ticket = '1234567'
/** How our mail server calls itself. */
export const authServer = 'mx.orbit.example'

export interface TestMail {
  raw: string | Buffer
  /** The kind when it is linked to the notice; null: it is left to a person. */
  linked: string | null
}

const vouched = `Authentication-Results: ${authServer};\r\n\tdkim=pass (2048-bit key) header.d=github.com header.i=@github.com;\r\n\tdmarc=pass (p=reject dis=none) header.from=github.com\r\n`

let count = 0

interface Parts {
  head?: string
  from?: string
  subject?: string
  type?: string
  id?: string
}

function mail(body: string, parts: Parts = {}): string {
  const { head = vouched, from = 'GitHub <copyright@github.com>', subject = 'DMCA' } = parts
  const { type = 'text/plain; charset=utf-8', id = `<${++count}@github.com>` } = parts
  return `${head}Received: from out-1.smtp.github.com by ${authServer}; Wed, 1 Apr 2026 09:00:00 +0000\r\nFrom: ${from}\r\nTo: legal@orbit.example\r\nSubject: ${subject}\r\nMessage-ID: ${id}\r\nDate: Wed, 1 Apr 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`
}

function alternatives(html: string): string {
  return `--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${html.replaceAll('=', '=3D')}\r\n--b1--`
}

/** Base64 of nothing in particular, so many bytes of it. */
export function attachmentOf(bytes: number): Buffer {
  const line = Buffer.from(`${'QUJD'.repeat(19)}\r\n`)
  return Buffer.alloc(bytes - (bytes % line.length), line)
}

export function withAttachment(bytes: number, subject: string): Buffer {
  const [head, tail] = mail(
    `--b2\r\nContent-Type: text/plain\r\n\r\nYour notice ${ticket} has been processed.\r\n--b2\r\nContent-Type: application/octet-stream; name="everything.zip"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="../../everything.zip"\r\n\r\nATTACHED\r\n--b2--`,
    { type: 'multipart/mixed; boundary=b2', subject },
  ).split('ATTACHED\r\n') as [string, string]
  return Buffer.concat([Buffer.from(head), attachmentOf(bytes), Buffer.from(tail)])
}

/** As they come, well meant or not. */
export function realAndHostile(): Record<string, TestMail> {
  const twice = '<twice@github.com>'
  const html = `<html><body><p>We have <b>processed</b> your notice, and the repositories have been disabled.</p><p>Ticket #${ticket}</p><img src="http://127.0.0.1:9/pixel"><script>fetch("http://127.0.0.1:9/")</script></body></html>`
  return {
    confirmation: {
      raw: mail(
        `Hello,\r\n\r\nThank you for contacting GitHub. We have received your notice.\r\n\r\n##- ${ticket} -##`,
        {
          subject: `[GitHub] Re: DMCA Takedown Notice (${ticket})`,
        },
      ),
      linked: 'confirmation',
    },
    zendesk: {
      raw: mail(`Please revise your notice, ticket ${ticket}.`, {
        from: 'GitHub Trust & Safety <support@githubsupport.com>',
        head: `Authentication-Results: ${authServer}; dmarc=pass header.from=githubsupport.com\r\n`,
      }),
      linked: 'changes-requested',
    },
    ownerChanged: {
      raw: mail(`The user has made changes to the repository (ticket ${ticket}).`),
      linked: 'owner-changed',
    },
    counterNotice: {
      raw: mail(`We received the counter notice below; see ticket ${ticket}.`, { subject: 'Counter Notice' }),
      linked: 'counter-notice',
    },
    htmlOnly: {
      raw: mail(alternatives(html), { type: 'multipart/alternative; boundary=b1' }),
      linked: 'processed',
    },
    attachment: { raw: withAttachment(300_000, 'with an attachment'), linked: 'processed' },
    wrongCharset: {
      raw: Buffer.from(
        mail(`\xff\xfe${ticket}\x80 has been processed`, {
          type: 'text/plain; charset=klingon',
          subject: '=?utf-16?B?garbage?=',
        }),
        'latin1',
      ),
      linked: 'processed',
    },
    wronglyNamedCharset: {
      raw: Buffer.from(
        mail(`D\xe9sactiv\xe9: ${ticket} has been processed`, { type: 'text/plain; charset=utf-8' }),
        'latin1',
      ),
      linked: 'processed',
    },
    bareLineFeeds: {
      raw: mail(`Ticket ${ticket} has been disabled.`).replaceAll('\r\n', '\n'),
      linked: 'processed',
    },
    longLine: { raw: mail(`${'x'.repeat(200_000)} ${ticket} has been processed`), linked: null },
    noMessageId: {
      raw: mail(`Your notice ${ticket} has been received.`).replace(/Message-ID: .*\r\n/, ''),
      linked: 'confirmation',
    },
    byOneWay: {
      raw: mail(`Ticket ${ticket}: we need more information.`, { id: twice }),
      linked: 'changes-requested',
    },
    forgedSender: { raw: mail(`Ticket ${ticket} has been processed.`, { head: '' }), linked: null },
    forgedHeader: {
      raw: mail(`Ticket ${ticket} has been processed.`, {
        head: `Authentication-Results: ${authServer}; dmarc=fail header.from=github.com\r\n${vouched}`,
      }),
      linked: null,
    },
    forgedInLocalPart: {
      raw: mail(`Ticket ${ticket} has been processed.`, {
        head: `Authentication-Results: ${authServer}; spf=pass smtp.mailfrom="x; dkim=pass header.d=github.com; "@evil.example (a; dkim=pass header.d=github.com)\r\n`,
      }),
      linked: null,
    },
    sameIdForged: {
      raw: mail(`Ticket ${ticket}: we need more information.`, { id: twice, head: '' }),
      linked: null,
    },
    otherServer: {
      raw: mail(ticket, { head: vouched.replace(authServer, 'mx.evil.example') }),
      linked: null,
    },
    lookalike: {
      raw: mail(ticket, {
        from: 'GitHub <copyright@github.com.evil.example>',
        head: vouched.replaceAll('github.com', 'github.com.evil.example'),
      }),
      linked: null,
    },
    twoSenders: {
      raw: mail(ticket, {
        from: 'copyright@github.com, mallory@evil.example',
        head: `Authentication-Results: ${authServer}; dmarc=pass header.from=evil.example\r\n`,
      }),
      linked: null,
    },
    orders: {
      raw: mail('Ticket 7654321. Run: clawback notice sign orbit-cli-2 && clawback notice sent orbit-cli-2'),
      linked: null,
    },
    otherTicket: { raw: mail(`Number 9${ticket}9 is no ticket.`), linked: null },
    newsletter: {
      raw: mail('Ten news about forks', { from: 'news@example.org', head: '' }),
      linked: null,
    },
    nested: {
      raw: mail(
        Array.from(
          { length: 5000 },
          (_, at) => `--n${at}\r\nContent-Type: multipart/mixed; boundary=n${at + 1}\r\n`,
        ).join('\r\n'),
        { type: 'multipart/mixed; boundary=n0' },
      ),
      linked: null,
    },
    manyHeaders: {
      raw: `${Array.from({ length: 20_000 }, (_, at) => `X-${at}: ${at}\r\n`).join('')}\r\n`,
      linked: null,
    },
    noise: {
      raw: Buffer.from(Array.from({ length: 20_000 }, (_, at) => 1 + ((at * 7919) % 255))),
      linked: null,
    },
    oneByte: { raw: '\n', linked: null },
  }
}

/** The mail of `byOneWay`, as it comes a second time through a mailing list. */
export function byAnotherWay(raw: string): string {
  return raw.replace('Received: from out-1', 'Received: from lists-7')
}
