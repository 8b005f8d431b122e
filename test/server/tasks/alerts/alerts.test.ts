import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { insertAlert } from '../../../../db/queries/alerts.ts'
import { isWithin } from '../../../../server/core/alerts/quiet-hours.ts'
import { renderAlertsFeed } from '../../../../server/render/alerts-feed.ts'
import { deliverAlerts } from '../../../../server/tasks/alerts/deliver-alerts.ts'
import { listAlerts } from '../../../../server/tasks/alerts/list-alerts.ts'
import { temporaryDatabase } from '../../../db/temporary.ts'

const noon = Date.parse('2026-11-21T12:00:00Z')
const nothing = { webhookUrl: null, webhookSecret: null, to: null, quietHours: null }

async function startReceiver(status: () => number) {
  const got: { body: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (status() === 200) got.push({ body: Buffer.concat(chunks).toString(), headers: request.headers })
      response.writeHead(status(), { location: 'http://127.0.0.1:9/' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

async function openWithAlerts(settings: Partial<typeof nothing & { quietHours: object | null }>, hours = 0) {
  const db = await temporaryDatabase()
  const time = { now: noon + hours * 3_600_000 }
  const raise = (key: string, kind: 'overreach' | 'returned', text = key) =>
    db.tx((tx) => insertAlert(tx, { key, kind, workId: null, text, data: {}, raisedAt: new Date(time.now) }))
  const config = { mail: { smtpUrl: null, from: null }, alerts: { ...nothing, ...settings } }
  return { db, time, raise, app: { db, clock: () => new Date(time.now), config } as never }
}

describe('an alert', () => {
  it('is raised once, however often it is noticed', async () => {
    const { db, raise } = await openWithAlerts({})
    expect(await Promise.all([raise('a', 'returned'), raise('a', 'returned')])).toEqual([true, false])
    expect(await listAlerts({ db }, 10)).toHaveLength(1)
  })

  it('is posted once, signed, after every failure again', async () => {
    let status = 500
    const { got, url } = await startReceiver(() => status)
    const { raise, app } = await openWithAlerts({ webhookUrl: url, webhookSecret: 'very secret' } as never)
    await raise('a', 'returned', 'eve/leak is back')
    for (status of [500, 302]) {
      await expect(deliverAlerts(app)).rejects.toMatchObject({ code: 'WEBHOOK_FAILED' })
      await expect(deliverAlerts(app)).rejects.toThrow(expect.not.objectContaining({ message: url }))
    }
    status = 200
    expect(await deliverAlerts(app)).toMatchObject({ posted: 1 })
    expect(await deliverAlerts(app)).toMatchObject({ posted: 0 })
    expect(got.map(({ body }) => body)).toEqual(['{"text":"eve/leak is back"}'])
    const [, seconds, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
      String(got[0]!.headers['x-clawback-signature']),
    )!
    const expected = createHmac('sha256', 'very secret').update(`${seconds}.${got[0]!.body}`).digest('hex')
    expect(hex).toBe(expected)
  })

  it('waits in quiet hours, but for a wrong hit', async () => {
    const { got, url } = await startReceiver(() => 200)
    const quietHours = { from: 22, to: 7, timeZone: 'Europe/Berlin' }
    const { time, raise, app } = await openWithAlerts({ webhookUrl: url, quietHours } as never, 10)
    await raise('back', 'returned')
    await raise('wrong', 'overreach')
    await deliverAlerts(app)
    expect(got.map(({ body }) => body)).toEqual(['{"text":"wrong"}'])
    time.now += 9 * 3_600_000
    await deliverAlerts(app)
    expect(got.map(({ body }) => body)).toEqual(['{"text":"wrong"}', '{"text":"back"}'])
  })

  it('is an entry of the feed, whatever a stranger calls a repository', () => {
    const text = '<script>&"\u0000\ufffe is back'
    const feed = renderAlertsFeed(
      [{ id: 1, kind: 'returned', text, raisedAt: '2026-11-21T00:00:00Z' }],
      new Date(noon),
    )
    expect(feed).toContain('<title>&lt;script&gt;&amp;&quot; is back</title>')
    expect(feed).not.toMatch(/[\u0000\ufffe]/)
  })
})

it('quiet hours go over midnight, and by the clock of their zone', () => {
  const night = { from: 22, to: 7, timeZone: 'America/New_York' }
  expect(isWithin(new Date('2026-11-21T02:59:00Z'), night)).toBe(false)
  expect(isWithin(new Date('2026-11-21T03:00:00Z'), night)).toBe(true)
  expect(isWithin(new Date('2026-11-21T11:59:00Z'), night)).toBe(true)
  expect(isWithin(new Date('2026-11-21T12:00:00Z'), night)).toBe(false)
  expect(isWithin(new Date('2026-11-21T12:00:00Z'), { from: 9, to: 17, timeZone: 'UTC' })).toBe(true)
})
