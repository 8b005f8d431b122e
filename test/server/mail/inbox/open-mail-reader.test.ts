import { describe, expect, it, onTestFinished } from 'vitest'
import { openMailReader } from '../../../../server/mail/inbox/open-mail-reader.ts'
import { parseMail, unreadable } from '../../../../server/mail/inbox/parse-mail.ts'

const size = 256 * 1024
const head = 'From: eve@example.com\r\nMessage-ID: <x@y>\r\nSubject: x\r\n'

function mailOf(start: string, unit: string): Buffer {
  return Buffer.from(head + start + unit.repeat(Math.ceil(size / unit.length)))
}

/** Each takes a parser a second or more. */
const hostile: Record<string, Buffer> = {
  'lines without end': mailOf('\r\n', '\r\n'),
  'parts without end': mailOf('Content-Type: multipart/mixed; boundary=b\r\n\r\n', '--b\r\n\r\nx\r\n'),
  'mails in mails': mailOf('Content-Type: message/rfc822\r\n\r\n', 'Content-Type: message/rfc822\r\n\r\n'),
}

function opened(limitMs?: number) {
  const reader = openMailReader(limitMs)
  onTestFinished(() => reader.close())
  return reader
}

describe('a mail', () => {
  it.each(Object.keys(hostile))(
    'with %s leaves the program its turns while it is read',
    async (name) => {
      const reader = opened()
      await reader.read(mailOf('\r\n', 'a line like any other\r\n'))
      let turns = 0
      const timer = setInterval(() => turns++, 10)
      onTestFinished(() => clearInterval(timer))
      const read = await reader.read(hostile[name]!)
      expect(read.messageId).toBe('<x@y>')
      expect(turns, 'one turn is all that a program has that parses itself').toBeGreaterThan(5)
    },
    60_000,
  )

  it('of any size is read as it is without a thread', async () => {
    const reader = opened()
    for (const bytes of [10, 16_000, 17_000, 300_000, 3_000_000]) {
      const mail = Buffer.from(`${head}\r\n${'Ticket 1234567. '.repeat(bytes / 16)}`)
      expect(await reader.read(mail)).toEqual(await parseMail(mail))
      expect(mail.length, 'what it was asked about is whole still').toBeGreaterThan(bytes - 16)
    }
  })

  it('that takes more memory than there is cannot be read, and the program goes on', async () => {
    const lines = Buffer.from(`${head}\r\n${'\r\n'.repeat(512 * 1024)}`)
    expect(await opened().read(lines)).toEqual(unreadable)
  }, 60_000)

  it('that takes too long cannot be read, and the next one can', async () => {
    const reader = opened(1)
    expect(await reader.read(hostile['mails in mails']!)).toEqual(unreadable)
    const small = Buffer.from(`${head}\r\nTicket 1234567`)
    expect(await reader.read(small)).toMatchObject({ text: 'Ticket 1234567\n' })
  })

  it('whose server says more than a server would is vouched for by nobody', async () => {
    const results = (more: string) => Buffer.from(`Authentication-Results: mx.a; dkim=pass${more}\r\n\r\nx`)
    expect((await parseMail(results(''))).authentication).toBe('mx.a; dkim=pass')
    expect((await parseMail(results(' dkim=pass'.repeat(3000)))).authentication).toBeNull()
  })
})
