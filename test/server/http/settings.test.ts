import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { describeSettings } from '../../../server/describe-settings.ts'
import { listEvents } from '../../../server/tasks/list-events.ts'
import { setSchedule } from '../../../server/tasks/schedule/set-schedule.ts'
import { openSmtpServer } from '../mail/open-smtp-server.ts'
import { seed } from './seed/seed.ts'
import { signInAs, type UserSession } from './user-session.ts'
import { startPages, type Pages } from './with-pages.ts'

let pages: Pages
let admin: UserSession

async function start(environment: NodeJS.Dict<string> = {}): Promise<void> {
  pages = await startPages(async (app) => {
    await seed(app)
    app.config = readConfig(environment, app.folder)
    app.settings = describeSettings(environment, new Set(['SMTP_URL']))
  })
  admin = await signInAs(pages, 'root', ['admin'])
}

afterEach(() => pages.close())

describe('the settings', () => {
  beforeEach(() => start())

  it('say what is set, where the data lies, and how to back it up, and ask nobody', async () => {
    await setSchedule(pages.app, {
      work: 'orbit-cli',
      pattern: '0 6 * * *',
      probes: null,
      repositories: [],
      networks: [],
    })
    const html = await (await admin.get('/settings')).text()
    for (const told of [
      'GITHUB_TOKEN',
      'Credentials: none',
      'clawback backup',
      'SQLite',
      '0 6 * * *',
      'Check now',
    ])
      expect(html).toContain(told)
  })

  it('are checked when somebody asks', async () => {
    const html = await (await admin.post('/settings/checks')).text()
    expect(html).toContain('the chain holds')
    expect(html).toContain('GITHUB_TOKEN is not set')
    expect(html).toContain('Everything that is set works')
  })

  it('send no test where nothing is set, and say so', async () => {
    const html = await (await admin.post('/settings/test-alert')).text()
    expect(html).toContain('WEBHOOK_URL is not set')
    expect(html).toContain('SMTP_URL, MAIL_FROM, ALERTS_TO not set')
  })

  it.each(['researcher', 'reviewer', 'signatory', 'auditor'] as const)('are not for a %s', async (role) => {
    const user = await signInAs(pages, `only-${role}`, [role])
    expect((await user.get('/settings')).status).toBe(403)
    expect((await user.post('/settings/checks')).status).toBe(403)
    expect((await user.post('/settings/test-alert')).status).toBe(403)
    expect(await (await user.get('/')).text()).not.toContain('href="/settings"')
  })
})

describe('a test alert', () => {
  it('goes each way that is set, stands in the log, and no secret is on the page', async () => {
    const posted: string[] = []
    const hook = await listen(
      createServer((request, response) => {
        let body = ''
        request.on('data', (chunk: Buffer) => (body += chunk.toString()))
        request.on('end', () => {
          posted.push(`${request.url ?? ''} ${body}`)
          response.end('ok')
        })
      }),
    )
    const mail = await openSmtpServer()
    await start({
      WEBHOOK_URL: `http://127.0.0.1:${hook}/services/hush-hush`,
      SMTP_URL: mail.url,
      MAIL_FROM: 'clawback@orbit.example',
      ALERTS_TO: 'team@orbit.example',
    })
    const html = await (await admin.post('/settings/test-alert')).text()
    expect(html.match(/badge-green/g)).toHaveLength(2)
    expect(html).not.toContain('hush-hush')
    expect(html).toContain('<code>.env</code>')
    expect(posted).toHaveLength(1)
    expect(posted[0]).toContain('This is a test')
    expect(mail.received).toMatchObject([{ to: ['team@orbit.example'] }])
    expect(mail.received[0]!.message.toString()).toContain('This is a test')
    expect(await listEvents(pages.app, { limit: 1 })).toMatchObject([
      { actor: 'root', kind: 'alerts.tested', data: { webhook: 'sent', mail: 'sent' } },
    ])
  })

  it('that did not arrive says so, without the address', async () => {
    const gone = await listen(createServer(), true)
    await start({ WEBHOOK_URL: `http://127.0.0.1:${gone}/services/hush-hush` })
    const html = await (await admin.post('/settings/test-alert')).text()
    expect(html).toContain('could not be reached')
    expect(html).not.toContain('hush-hush')
  })
})

async function listen(server: Server, thenClose = false): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  if (thenClose) await new Promise((resolve) => server.close(resolve))
  else onTestFinished(() => void server.close())
  return port
}
