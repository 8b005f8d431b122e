import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertAlert } from '../../../../db/queries/alerts.ts'
import { insertMessage } from '../../../../db/queries/messages.ts'
import type { TestApp } from '../data-folder.ts'
import { seed } from '../seed/seed.ts'
import { signInAs } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

const at = new Date('2026-04-01T08:00:00Z')
const hostile = [
  'From: "GitHub <b>" <dmca@github.evil.example>',
  'Subject: =?utf-8?q?<script>alert(1)</script>_=E2=80=AEticket?=',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p onclick="alert(1)">Click</p><script>alert(1)</script><a href="javascript:alert(1)">here</a>',
].join('\r\n')

async function receive(app: TestApp): Promise<void> {
  const bytes = Buffer.from(hostile)
  const contentId = await app.content.put(bytes)
  await app.db.tx(async (tx) => {
    await insertMessage(tx, {
      mailbox: 'INBOX',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      contentId,
      bytes: bytes.length,
      receivedAt: at,
      sender: 'dmca@github.evil.example',
      subject: '<script>alert(1)</script> \u202eticket',
      kind: 'other',
      state: 'left',
      noticeId: null,
      reason: 'not from an address of GitHub',
      readAt: at,
    })
    await insertAlert(tx, {
      key: 'overreach 1',
      kind: 'overreach',
      workId: null,
      text: '1 repository was disabled without being named',
      data: {},
      raisedAt: at,
    })
  })
}

let pages: Pages

beforeAll(async () => {
  pages = await startPages(async (app) => {
    await seed(app)
    await receive(app)
  })
})
afterAll(() => pages.close())

describe('the inbox', () => {
  it('shows alerts and mails, and nothing that a sender wrote does anything', async () => {
    for (const path of ['/inbox', '/inbox/1']) {
      const html = await (await pages.get(path)).text()
      expect(html).toContain('&lt;script&gt;')
      expect(html).not.toMatch(/<script>|onclick=|href="javascript/)
      expect(html).not.toContain('\u202e')
    }
    expect(await (await pages.get('/inbox')).text()).toContain('without being named')
    expect((await pages.get('/inbox/99')).status).toBe(404)
    expect((await pages.get('/inbox/1%20or%201')).status).toBe(404)
  })

  it('has a mail linked by a researcher, and by nobody who may not', async () => {
    const auditor = await signInAs(pages, 'aud', ['auditor'])
    const researcher = await signInAs(pages, 'res', ['researcher'])
    expect((await auditor.post('/inbox/1/notice', { notice: 'orbit-cli-1' })).status).toBe(403)
    expect((await researcher.post('/inbox/1/notice', { notice: 'orbit-cli-99' })).status).toBe(404)
    expect((await researcher.post('/inbox/1/notice', { notice: 'orbit-cli-1' })).status).toBe(303)
    const html = await (await researcher.get('/inbox/1')).text()
    expect(html).toContain('href="/notices/orbit-cli-1"')
    expect(html).toContain('linked by res')
  })

  it('is a feed, too', async () => {
    const answer = await pages.get('/inbox/alerts.xml')
    expect(answer.headers.get('content-type')).toContain('application/atom+xml')
    expect(await answer.text()).toContain('urn:clawback:alert:1')
  })
})
