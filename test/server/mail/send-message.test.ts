import { createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { readMailServer } from '../../../server/mail/mail-server.ts'
import { sendMessage } from '../../../server/mail/send-message.ts'
import { openSmtpServer, type Fault } from './open-smtp-server.ts'

const envelope = { from: 'ada@orbit.example', to: 'copyright@github.com' }
const message = Buffer.from(`Subject: x\r\n\r\n.\r\n..dots\r\nFrom here\r\n${'long '.repeat(150)}\r\n`)

it('a server on loopback receives exactly the bytes, from whom and for whom they are', async () => {
  const { url, received } = await openSmtpServer({ user: 'orbit', pass: 'p@ss:/word' })
  expect(await sendMessage(readMailServer({ smtpUrl: url }), envelope, message)).toMatchObject({
    state: 'accepted',
  })
  expect(received).toEqual([{ from: envelope.from, to: [envelope.to], message, user: 'orbit' }])
})

it.each<[Fault, 'not-sent' | 'unknown', string]>([
  ['refuses sender', 'not-sent', 'Unknown sender'],
  ['refuses recipient', 'not-sent', 'No such mailbox'],
  ['refuses text', 'not-sent', 'Looks like spam'],
  ['hangs up while it reads', 'unknown', ''],
  ['hangs up after the text', 'unknown', ''],
])('a server that %s: %s, and it is asked once', async (fault, state, reason) => {
  const { url, connections } = await openSmtpServer({ fault })
  const outcome = await sendMessage(readMailServer({ smtpUrl: url }), envelope, message)
  expect(outcome.state).toBe(state)
  expect('reason' in outcome && outcome.reason).toContain(reason)
  expect(connections()).toBe(1)
})

it('a wrong password is not sent, and stays out of what is said', async () => {
  const { url, received } = await openSmtpServer({ user: 'orbit', pass: 'right' })
  const outcome = await sendMessage(
    readMailServer({ smtpUrl: url.replace('right', 'wr0ng-secret') }),
    envelope,
    message,
  )
  expect(outcome.state).toBe('not-sent')
  expect(JSON.stringify(outcome)).not.toContain('wr0ng-secret')
  expect(received).toEqual([])
})

it('nobody there, or nobody who talks SMTP: not sent', async () => {
  const nobody = await sendMessage(readMailServer({ smtpUrl: 'smtp://127.0.0.1:1' }), envelope, message)
  expect(nobody.state).toBe('not-sent')
  const deaf = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  const port = await new Promise<number>((resolve) => {
    deaf.listen(0, '127.0.0.1', () => resolve((deaf.address() as { port: number }).port))
  })
  onTestFinished(() => new Promise<void>((resolve) => deaf.close(() => resolve())))
  expect(
    (await sendMessage(readMailServer({ smtpUrl: `smtp://127.0.0.1:${port}` }), envelope, message)).state,
  ).toBe('not-sent')
})

it('the URL says host, port, TLS and login', () => {
  expect(readMailServer({ smtpUrl: 'smtp://mail.orbit.example' })).toEqual({
    host: 'mail.orbit.example',
    port: 587,
    secure: false,
    credentials: null,
  })
  expect(readMailServer({ smtpUrl: 'smtps://a%40b:c%2Fd@[::1]' })).toEqual({
    host: '::1',
    port: 465,
    secure: true,
    credentials: { user: 'a@b', pass: 'c/d' },
  })
})
