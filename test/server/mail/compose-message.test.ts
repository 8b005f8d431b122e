import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { composeMessage, mailAddress, type Message } from '../../../server/mail/compose-message.ts'

const sample: Message = {
  from: 'ada@orbit.example',
  to: 'copyright@github.com',
  subject: 'DMCA takedown notice: Orbit CLI',
  text: 'Dear GitHub,\n\nplease.\n',
  messageId: '<orbit-1.abc@orbit.example>',
  at: new Date('2026-03-31T10:00:00Z'),
  headers: {},
}

/** Lines that mail is known to break: long, dotted, blank at the end, `From `, other scripts, encoded-looking. */
const anyLine = fc.oneof(
  fc.constantFrom('.', '..', '. ', 'From here', '', '=3D=', '=?utf-8?q?x?=', '-- ', 'QUIT', 'trailing \t '),
  fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => text.replace(/[\r\n\0]/g, '')),
  fc.nat(3000).map((length) => `https://github.com/eve/x/blob/main/${'a'.repeat(length)}`),
  fc.nat(500).map((length) => '秘密ключ'.repeat(length)),
)

describe('a message', () => {
  it('gives back its text exactly, in lines that mail allows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { minLength: 1, maxLength: 12 }), async (lines) => {
        const text = `${lines.join('\n')}\n`
        const bytes = await composeMessage({ ...sample, text })
        const raw = bytes.toString('latin1')
        expect(raw).toMatch(/^[\x20-\x7e\t\r\n]*$/)
        expect(raw.split('\r\n').every((line) => line.length <= 998 && !line.includes('\n'))).toBe(true)
        // Servers on the way may strip blanks from the end of a line, and do.
        expect(raw.slice(raw.indexOf('\r\n\r\n'))).not.toMatch(/[ \t]\r\n/)
        const read = await PostalMime.parse(bytes)
        expect(read.text?.replace(/\r\n/g, '\n')).toBe(text)
        expect(read.html).toBeUndefined()
        expect(read.attachments).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('says who, to whom, when and which', async () => {
    const read = await PostalMime.parse(await composeMessage({ ...sample, headers: { 'X-Unsent': '1' } }))
    expect(read.from?.address).toBe(sample.from)
    expect(read.to?.map(({ address }) => address)).toEqual([sample.to])
    expect(read.subject).toBe(sample.subject)
    expect(read.messageId).toBe(sample.messageId)
    expect(new Date(read.date!)).toEqual(sample.at)
    expect(read.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
    expect(await composeMessage(sample)).toEqual(await composeMessage(sample))
  })

  it('a title cannot add a header', async () => {
    for (const subject of ['Orbit\r\nBcc: eve@example.com', 'Orbit\n\nbody', '軌道 — CLI 秘密'.repeat(20)]) {
      const bytes = await composeMessage({ ...sample, subject })
      const read = await PostalMime.parse(bytes)
      expect(read.bcc ?? []).toEqual([])
      expect(read.subject?.replace(/\s+/g, ' ')).toBe(subject.replace(/\s+/g, ' '))
      expect(read.text?.replace(/\r\n/g, '\n')).toBe(sample.text)
    }
  })

  it('has one recipient', () => {
    for (const wrong of [
      'a@b.example, c@d.example',
      'A <a@b.example>',
      'a@b.example\r\nBcc: c@d.example',
      '',
      '@b',
      'a',
    ])
      expect(() => mailAddress(wrong)).toThrow(/e-mail address/)
    expect(mailAddress(' ada+x@orbit.example ')).toBe('ada+x@orbit.example')
  })
})
