import { expect, it } from 'vitest'
import { parseMail } from '../../../../server/mail/inbox/parse-mail.ts'

const htmlMail = (html: string) =>
  Buffer.from(`From: eve@example.com\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n${html}`)

it('reads HTML as text, without what a browser would run', async () => {
  const html = '<p>Ticket</p><script>one()</script> 1234567 <STYLE>p {}</style >end<script>no end'
  expect((await parseMail(htmlMail(html))).text.replace(/\s+/g, ' ').trim()).toBe('Ticket 1234567 end')
})

it('is not held up by elements that never end', async () => {
  const mail = htmlMail('<script >'.repeat(100_000))
  const texts = await Promise.all(Array.from({ length: 30 }, () => parseMail(mail)))
  expect(new Set(texts.map(({ text }) => text.trim()))).toEqual(new Set(['']))
})
