import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { insertAlert, listAlerts } from '../../../../db/queries/alerts.ts'
import type { HoursOfDay } from '../../../../server/core/alerts/quiet-hours.ts'
import { deliverAlerts, type DeliverApp } from '../../../../server/tasks/alerts/deliver-alerts.ts'
import { temporaryDatabase, temporaryFolder } from '../../../db/temporary.ts'
import { leakedFiles } from '../../../leak.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { openSmtpServer, type Fault } from '../../mail/open-smtp-server.ts'
import { send, startStory } from '../recheck/story.ts'
import { listNotices } from '../../../../server/tasks/notice/list-notices.ts'

const minute = 60_000
const hour = 60 * minute
const ours = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'

async function openDigest(
  startsAt: string,
  { quietHours = null, fault }: { quietHours?: HoursOfDay | null; fault?: Fault } = {},
) {
  const folder = temporaryFolder()
  const db = await temporaryDatabase(folder)
  const server = await openSmtpServer(fault === undefined ? {} : { fault })
  const time = { now: Date.parse(startsAt) }
  const app: DeliverApp = {
    db,
    clock: () => new Date(time.now),
    config: {
      mail: { smtpUrl: server.url, from: 'clawback@orbit.example' },
      alerts: { webhookUrl: null, webhookSecret: null, to: 'legal@orbit.example', quietHours },
    },
  }
  const raise = (key: string, kind: 'overreach' | 'returned' = 'returned') =>
    db.tx((tx) =>
      insertAlert(tx, { key, kind, workId: null, text: `<${key}>`, data: {}, raisedAt: app.clock() }),
    )
  /** What each mail says, with its own date. */
  const mails = () =>
    Promise.all(
      server.received.map(async ({ message }) => {
        const { text = '', date = '', subject = '' } = await PostalMime.parse(message)
        return { at: new Date(date), subject, keys: [...text.matchAll(/<([^<>]+)>/g)].map(([, key]) => key!) }
      }),
    )
  return { app, raise, mails, time, server, folder }
}

async function doubtsOf({ db }: DeliverApp) {
  return (await listAlerts(db, { limit: 100 })).filter(({ kind }) => kind === 'could-not-tell')
}

describe('the digest', () => {
  it('is one mail a day with all that was raised, and a wrong hit does not wait for it', async () => {
    const { app, raise, mails, time } = await openDigest('2026-11-20T09:00:00Z')
    await deliverAlerts(app)
    await raise('first')
    for (let at = 0; at < 36 * 60; at += 10) {
      if (at === 60) await raise('second')
      if (at === 120) await raise('third')
      if (at === 22 * 60) await raise('fourth')
      if (at === 23 * 60) await raise('wrong', 'overreach')
      await deliverAlerts(app)
      time.now += 10 * minute
    }
    expect((await mails()).map(({ keys }) => keys)).toEqual([
      ['first'],
      ['second', 'third'],
      ['fourth', 'wrong'],
    ])
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      'Clawback: 1 alert',
      'Clawback: 2 alerts',
      'Clawback: 2 alerts',
    ])
    const [first, second, third] = await mails()
    expect(second!.at.getTime() - first!.at.getTime()).toBe(20 * hour)
    expect(third!.at.toISOString()).toBe('2026-11-21T08:00:00.000Z')
  })

  it('keeps quiet hours over midnight and where the clocks change, and tells each alert once', async () => {
    // Clocks go forward, back, and by half an hour; a year begins. Minutes to add to UTC, and where they change.
    const nights = [
      { timeZone: 'Europe/Berlin', change: '2026-03-29T01:00:00Z', before: 60, after: 120 },
      { timeZone: 'Europe/Berlin', change: '2026-10-25T01:00:00Z', before: 120, after: 60 },
      { timeZone: 'America/New_York', change: '2026-03-08T07:00:00Z', before: -300, after: -240 },
      { timeZone: 'America/New_York', change: '2026-11-01T06:00:00Z', before: -240, after: -300 },
      { timeZone: 'Australia/Lord_Howe', change: '2026-04-04T15:00:00Z', before: 660, after: 630 },
      { timeZone: 'Pacific/Auckland', change: '2026-12-31T11:00:00Z', before: 780, after: 780 },
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...nights),
        fc.constantFrom([22, 7], [0, 8], [2, 3], [23, 2], [18, 17]),
        fc.array(fc.record({ at: fc.nat(60 * 60), urgent: fc.boolean() }), { minLength: 1, maxLength: 8 }),
        async ({ timeZone, change, before, after }, [from, to], alerts) => {
          const quietHours = { from: from, to: to, timeZone }
          const { app, raise, mails, time } = await openDigest(
            new Date(Date.parse(change) - 18 * hour).toISOString(),
            { quietHours },
          )
          const hourAt = (at: Date) => {
            const offset = at.getTime() < Date.parse(change) ? before : after
            return new Date(at.getTime() + offset * minute).getUTCHours()
          }
          const isQuiet = (at: Date) =>
            Array.from({ length: (to - from + 24) % 24 }, (_, n) => (from + n) % 24).includes(hourAt(at))
          const start = time.now
          for (let at = 0; at < 110 * 60; at += 20) {
            time.now = start + at * minute
            for (const [key, alert] of alerts.entries())
              if (alert.at >= at && alert.at < at + 20)
                await raise(
                  `${alert.urgent ? 'wrong' : 'back'}-${key}`,
                  alert.urgent ? 'overreach' : 'returned',
                )
            await deliverAlerts(app)
          }
          const told = await mails()
          for (const { at, keys } of told)
            if (isQuiet(at)) expect(keys.every((key) => key.startsWith('wrong'))).toBe(true)
          expect(told.flatMap(({ keys }) => keys).sort()).toEqual(
            alerts.map(({ urgent }, key) => `${urgent ? 'wrong' : 'back'}-${key}`).sort(),
          )
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  it.each<[Fault, number]>([
    ['refuses text', 0],
    ['refuses recipient', 0],
  ])('is sent again when the server %s', async (fault) => {
    const { app, raise, server } = await openDigest('2026-11-20T09:00:00Z', { fault })
    await raise('first')
    await expect(deliverAlerts(app)).rejects.toMatchObject({ code: 'DIGEST_NOT_SENT' })
    const next = await openSmtpServer()
    const config = { ...app.config, mail: { ...app.config.mail, smtpUrl: next.url } }
    expect(await deliverAlerts({ ...app, config })).toMatchObject({ mailed: 1 })
    expect(await deliverAlerts({ ...app, config })).toMatchObject({ mailed: 0 })
    expect([server.received.length, next.received.length]).toEqual([0, 1])
  })

  it('is not sent twice when nobody knows whether it came', async () => {
    const { app, raise, server } = await openDigest('2026-11-20T09:00:00Z', {
      fault: 'hangs up after the text',
    })
    await raise('first')
    expect(await deliverAlerts(app)).toMatchObject({ mailed: 0 })
    await deliverAlerts(app)
    expect(server.received).toHaveLength(1)
    expect((await doubtsOf(app)).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Whether the mail of 2026-11-20 09:00 UTC with 1 alert went out could not be told/,
      ),
    ])
  })

  it('told of without end by no server that always breaks off: of that mail, once, and of the mail about it', async () => {
    const { app, raise, server, time } = await openDigest('2026-11-20T09:00:00Z', {
      fault: 'hangs up after the text',
    })
    await raise('wrong', 'overreach')
    for (let at = 0; at < 19 * 60; at += 10) {
      await deliverAlerts(app)
      time.now += 10 * minute
    }
    expect(server.received).toHaveLength(2)
    expect(await doubtsOf(app)).toHaveLength(2)
  })

  it.each<[Fault, number]>([
    ['is silent before the text', 0],
    ['is silent after the text', 1],
  ])('is not sent twice, nor lost in silence, when it is killed while the server %s', async (fault, came) => {
    const { app, raise, server, time, folder, mails } = await openDigest('2026-11-20T09:00:00Z', { fault })
    await raise('first')
    await raise('wrong', 'overreach')
    const program = fileURLToPath(new URL('digest-process.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', program, folder, server.url, app.clock().toISOString()],
      { stdio: 'inherit' },
    )
    onTestFinished(() => void child.kill('SIGKILL'))
    await vi.waitFor(() => expect([server.received.length, server.asked()]).toEqual([came, 1]), 30_000)
    child.kill('SIGKILL')
    await once(child, 'close')

    const next = await openSmtpServer()
    const config = { ...app.config, mail: { ...app.config.mail, smtpUrl: next.url } }
    time.now += 14 * minute
    await deliverAlerts({ ...app, config })
    expect(next.received).toEqual([])
    expect(await doubtsOf(app)).toEqual([])
    time.now += 2 * minute
    for (let run = 0; run < 3; run++) await deliverAlerts({ ...app, config })
    const messageId = `<alerts-2-${Date.parse('2026-11-20T09:00:00Z')}@orbit.example>`
    expect((await doubtsOf(app)).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Whether the mail of 2026-11-20 09:00 UTC with 2 alerts went out could not be told/,
      ),
    ])
    expect(next.received).toHaveLength(1)
    const told = await PostalMime.parse(next.received[0]!.message)
    expect(told.text).toContain(messageId)
    expect(told.text).not.toContain('<wrong>')
    for (const mail of server.received)
      expect((await PostalMime.parse(mail.message)).messageId).toBe(messageId)
    expect((await mails()).map(({ keys }) => keys)).toEqual(came === 1 ? [['first', 'wrong']] : [])
  })

  it('is begun by one process of two', async () => {
    const { app, raise, server } = await openDigest('2026-11-20T09:00:00Z')
    await raise('first')
    const told = await Promise.all([deliverAlerts(app), deliverAlerts(app), deliverAlerts(app)])
    expect(told.reduce((sum, { mailed }) => sum + mailed, 0)).toBe(1)
    expect(server.received).toHaveLength(1)
  })

  it('is mailed though the webhook fails', async () => {
    const { app, raise, server } = await openDigest('2026-11-20T09:00:00Z')
    await raise('first')
    const alerts = { ...app.config.alerts, webhookUrl: 'http://127.0.0.1:9/hook' }
    await expect(deliverAlerts({ ...app, config: { ...app.config, alerts } })).rejects.toMatchObject({
      code: 'WEBHOOK_FAILED',
    })
    expect(server.received).toHaveLength(1)
  })

  it('holds nothing confidential, whatever happened', async () => {
    const leak = leakedFiles(3)
    const world = defineWorld({
      startsAt: '2026-11-01T00:00:00Z',
      repositories: [
        { owner: 'eve', name: 'leak', files: leak },
        { owner: 'ann', name: 'leak', forkOf: 'eve/leak' },
        { owner: 'bob', name: 'leak', forkOf: 'eve/leak' },
      ],
    })
    const { app, github, claim, recheck, scan } = await startStory({
      leak,
      world,
      startsAt: '2026-11-02T09:00:00Z',
    })
    const [id] = await claim({ networks: ['eve/leak'], name: ['eve/leak', 'bob/leak'] })
    for (const name of ['eve/leak', 'ann/leak', 'bob/leak']) github.world.disable(name, ours)
    github.advance(hour)
    await recheck()
    const draft = (await listNotices(app)).find(({ kind }) => kind === 'retraction')
    await send(app, draft!.id)
    for (const name of ['ann/leak', 'bob/leak']) github.world.reinstate(name)
    github.world.create({ owner: 'eve', name: 'again', files: leak })
    await scan({ repositories: ['eve/again'] })
    github.advance(hour)
    await recheck()

    const server = await openSmtpServer()
    const alerts = { webhookUrl: null, webhookSecret: null, to: 'alerts@orbit.example', quietHours: null }
    const mail = { smtpUrl: server.url, from: 'clawback@orbit.example' }
    await deliverAlerts({ ...app, config: { mail, alerts } })
    const kinds = new Set((await listAlerts(app.db, { limit: 100 })).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['given-back', 'new-copies', 'overreach', 'reinstated', 'returned'])
    expect(server.received).toHaveLength(1)
    const { text = '', headers } = await PostalMime.parse(server.received[0]!.message)
    expect(text).toContain(`our notice ${id}`)
    expect(headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    const secrets = [
      ...Object.keys(leak),
      ...Object.values(leak).flatMap((content) => content.split('\n').filter((line) => line.length > 8)),
      ...['Ada Diaz', 'General counsel', 'legal@orbit.example', '+1 555 0100', 'practice', '1234567'],
      ...['compared side by side', 'all of a private work', app.config.dataFolder, '127.0.0.1'],
    ]
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  }, 60_000)
})
