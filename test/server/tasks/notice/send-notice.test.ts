import { createHash } from 'node:crypto'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { readEvents } from '../../../../db/events/read-events.ts'
import { findNotice } from '../../../../db/queries/notices.ts'
import type { App } from '../../../../server/compose.ts'
import { recordNoticeSent } from '../../../../server/tasks/notice/record-notice-sent.ts'
import { requireNotice } from '../../../../server/tasks/notice/find-notice.ts'
import { loadNoticeTemplates } from '../../../../server/render/notices/notice-templates.ts'
import { renderNotice } from '../../../../server/tasks/notice/render-notice.ts'
import { sendNotice } from '../../../../server/tasks/notice/send-notice.ts'
import { openTestApp } from '../../../open-test-app.ts'
import { openSmtpServer, type Fault } from '../../mail/open-smtp-server.ts'
import { addSignedNotice, awkward } from './signed-notice.ts'

const once = { id: 'orbit-1', to: null, again: false }

async function openApp(
  fault?: Fault,
): Promise<{ app: App; server: Awaited<ReturnType<typeof openSmtpServer>> }> {
  const server = await openSmtpServer(fault === undefined ? {} : { fault })
  const app = await openTestApp({ smtpUrl: server.url })
  await addSignedNotice(app)
  return { app, server }
}

async function eventsOf(app: App, id: string): Promise<{ kind: string; data: Record<string, unknown> }[]> {
  const found: { kind: string; data: Record<string, unknown> }[] = []
  for await (const { kind, data } of readEvents(app.db, { subject: `notice:${id}` })) {
    found.push({ kind, data: data as Record<string, unknown> })
  }
  return found
}

describe('sending a signed notice', () => {
  it('brings exactly the signed text to a real server, and keeps what went out', async () => {
    const { app, server } = await openApp()
    const text = renderNotice(await requireNotice(app.db, 'orbit-1'), loadNoticeTemplates(), 'text')
    expect(text).toContain(awkward)
    const sent = await sendNotice(app, once)

    expect(server.received).toHaveLength(1)
    const { from, to, message } = server.received[0]!
    expect({ from, to }).toEqual({ from: 'ada@orbit.example', to: ['copyright@github.com'] })
    const read = await PostalMime.parse(message)
    expect(read.text?.replace(/\r\n/g, '\n')).toBe(text)
    expect(read.html).toBeUndefined()
    expect(read.messageId).toBe(sent.message.messageId)

    const sha256 = createHash('sha256').update(text).digest('hex')
    const [sending, done] = await eventsOf(app, 'orbit-1')
    expect(sending).toMatchObject({
      kind: 'notice.sending',
      data: { messageId: read.messageId, textSha256: sha256 },
    })
    expect(done).toMatchObject({
      kind: 'notice.sent',
      data: { channel: 'email', to: 'copyright@github.com', messageId: read.messageId, textSha256: sha256 },
    })
    const row = await findNotice(app.db, 'orbit-1')
    expect(row).toMatchObject({ status: 'sent', channel: 'email' })
    expect((await app.content.get(row!.sentContentId!)).toString()).toBe(text)
  })

  it('never sends twice: not when asked again, not when two ask at once', async () => {
    const { app, server } = await openApp()
    const all = await Promise.allSettled([
      sendNotice(app, once),
      sendNotice(app, once),
      sendNotice(app, once),
    ])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(sendNotice(app, { ...once, again: true })).rejects.toMatchObject({ code: 'NOTICE_SENT' })
    expect(server.received).toHaveLength(1)
  })

  it('sends no draft, and nothing without a mail server', async () => {
    const { app, server } = await openApp()
    await expect(sendNotice(app, { ...once, id: 'orbit-2' })).rejects.toMatchObject({
      code: 'NOTICE_NOT_SIGNED',
    })
    await expect(sendNotice(app, { ...once, to: 'a@b.example, c@d.example' })).rejects.toMatchObject({
      code: 'ADDRESS_INVALID',
    })
    const unset = { ...app, config: { mail: { smtpUrl: null, from: 'ada@orbit.example' } } }
    await expect(sendNotice(unset, once)).rejects.toMatchObject({ code: 'MAIL_NOT_SET' })
    expect(server.connections()).toBe(0)
    expect(await eventsOf(app, 'orbit-1')).toEqual([])
  })

  it.each<Fault>(['refuses sender', 'refuses recipient', 'refuses text'])(
    'a server that %s: nothing went out, and the same command may try again',
    async (fault) => {
      const { app } = await openApp(fault)
      await expect(sendNotice(app, once)).rejects.toMatchObject({ code: 'NOTICE_NOT_SENT', exitCode: 3 })
      expect((await eventsOf(app, 'orbit-1')).map(({ kind }) => kind)).toEqual([
        'notice.sending',
        'notice.not-sent',
      ])
      const server = await openSmtpServer()
      const mended = { ...app, config: { mail: { smtpUrl: server.url, from: 'ada@orbit.example' } } }
      await sendNotice(mended, once)
      expect(server.received).toHaveLength(1)
    },
  )

  it.each<Fault>(['hangs up while it reads', 'hangs up after the text'])(
    'a server that %s: could not tell, and nothing is sent until a person has looked',
    async (fault) => {
      const { app } = await openApp(fault)
      const failed = sendNotice(app, once)
      await expect(failed).rejects.toMatchObject({ code: 'NOTICE_SENDING_UNKNOWN', exitCode: 3 })
      const messageId = String((await eventsOf(app, 'orbit-1'))[0]!.data['messageId'])
      await expect(failed).rejects.toMatchObject({ fix: expect.stringContaining(messageId) as string })
      const server = await openSmtpServer()
      const mended = { ...app, config: { mail: { smtpUrl: server.url, from: 'ada@orbit.example' } } }
      await expect(sendNotice(mended, once)).rejects.toMatchObject({ code: 'NOTICE_SENDING_UNKNOWN' })
      expect(server.received).toHaveLength(0)
      const sent = await sendNotice(mended, { ...once, again: true })
      expect(server.received).toHaveLength(1)
      expect(sent.message.messageId).toBe(messageId)
    },
  )

  it('killed between the server and the log: the next start knows of it, and a person can say it went out', async () => {
    const { app, server } = await openApp()
    const dies = {
      ...app,
      db: {
        ...app.db,
        tx: ((work: Parameters<App['db']['tx']>[0]) => {
          if (server.received.length > 0) throw new Error('killed')
          return app.db.tx(work)
        }) as App['db']['tx'],
      },
    }
    await expect(sendNotice(dies, once)).rejects.toThrow('killed')
    await expect(sendNotice(app, once)).rejects.toMatchObject({ code: 'NOTICE_SENDING_UNKNOWN' })
    expect(server.received).toHaveLength(1)
    await recordNoticeSent(app, { id: 'orbit-1', channel: 'email', ticket: null, at: null })
    expect((await findNotice(app.db, 'orbit-1'))?.status).toBe('sent')
  })
})
