import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listAlerts } from '../../db/queries/alerts.ts'
import { findMessage } from '../../db/queries/messages.ts'
import { listInbox } from '../../server/tasks/inbox/list-inbox.ts'
import { readInbox } from '../../server/tasks/inbox/read-inbox.ts'
import { readMail } from '../../server/tasks/inbox/show-mail.ts'
import { mulberry32 } from '../practice-github/house/weather.ts'
import { openDataFolder } from '../server/http/data-folder.ts'
import { seed } from '../server/http/seed/seed.ts'
import { authServer, byAnotherWay, realAndHostile, ticket, withAttachment } from './mails.ts'
import { runReading, startReading } from './run-inbox.ts'
import type { MailOAuth } from '../../server/mail/access-token.ts'
import { openTokenProvider } from '../server/mail/open-token-provider.ts'
import { startDovecot } from './start-dovecot.ts'
import { layWire } from './through-wire.ts'

const MiB = 1024 * 1024
const sha256 = (raw: string | Uint8Array) => createHash('sha256').update(raw).digest('hex')
/** What Dovecot hands out of a file: line ends as RFC 5322 wants them. */
const asSent = (raw: string | Uint8Array) =>
  Buffer.from(Buffer.from(raw).toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1')

async function openClawback(imapUrl: string) {
  const { app, remove } = await openDataFolder()
  onTestFinished(remove)
  await seed(app)
  return { ...app, actor: 'test', config: { imapUrl, authServer } }
}

function textMail(at: number): string {
  return [...realAndHostile()['confirmation']!.raw.toString().split('\r\n\r\n')]
    .join('\r\n\r\n')
    .replace(/Message-ID: .*/, `Message-ID: <m${at}@github.com>`)
    .concat(`Number ${at} of many.\r\n`)
}

describe('a mailbox on Dovecot', () => {
  it('links what answers a notice, leaves the rest to a person, keeps each whole and none twice', async () => {
    const dovecot = await startDovecot()
    const mails = realAndHostile()
    for (const { raw } of Object.values(mails)) dovecot.deliver(raw)
    const app = await openClawback(dovecot.imapUrl())
    const all = Object.values(mails)
    const linked = all.filter((mail) => mail.linked !== null).length

    const report = await readInbox(app)
    const rows = await listInbox(app, null)
    const bySha = new Map(rows.map((row) => [row.sha256, row]))
    for (const [name, mail] of Object.entries(mails)) {
      const row = bySha.get(sha256(asSent(mail.raw)))
      expect(row, name).toBeDefined()
      const told = row!.state === 'linked' ? `${row!.kind} of ${row!.notice}` : 'left'
      expect(`${name}: ${told}`).toBe(
        `${name}: ${mail.linked === null ? 'left' : `${mail.linked} of orbit-cli-1`}`,
      )
      const kept = []
      for await (const part of readMail(app, (await findMessage(app.db, row!.id))!)) kept.push(part)
      expect(Buffer.concat(kept).equals(asSent(mail.raw)), name).toBe(true)
    }
    expect(report).toEqual({ read: all.length, linked, left: all.length - linked, notHandedOut: 0 })

    // The same again, in the same bytes and by another way.
    dovecot.deliver(mails['confirmation']!.raw)
    dovecot.deliver(byAnotherWay(mails['byOneWay']!.raw.toString()))
    dovecot.deliver(textMail(1))
    expect(await readInbox(app)).toMatchObject({ read: 1, linked: 1 })
    expect(await listInbox(app, null)).toHaveLength(all.length + 1)
    expect(await readInbox(app)).toMatchObject({ read: 0 })
    const alerts = await listAlerts(app.db, { limit: 1000 })
    expect(new Set(alerts.map(({ key }) => key)).size).toBe(alerts.length)
    console.log(`mailbox: ${all.length} mails, ${linked} linked, ${all.length - linked} left, 2 came twice`)
  })

  it('needs no more memory for a mail of 50 MB than for a small one, and keeps it whole', async () => {
    const dovecot = await startDovecot()
    const app = await openClawback(dovecot.imapUrl())
    dovecot.deliver(textMail(1))
    const small = await runReading(app.folder, dovecot.imapUrl())
    const huge = withAttachment(50 * MiB, 'huge')
    dovecot.deliver(huge)
    const large = await runReading(app.folder, dovecot.imapUrl())
    const twice = withAttachment(150 * MiB, 'larger still')
    dovecot.deliver(twice)
    const larger = await runReading(app.folder, dovecot.imapUrl())

    expect([small.report, large.report, larger.report]).toMatchObject([
      { linked: 1 },
      { linked: 1 },
      { linked: 1 },
    ])
    const row = (await listInbox(app, 'linked')).find(({ bytes }) => bytes === huge.length)
    expect(row?.sha256).toBe(sha256(huge))
    const hash = createHash('sha256')
    for await (const part of readMail(app, (await findMessage(app.db, row!.id))!)) hash.update(part)
    expect(hash.digest('hex')).toBe(row!.sha256)
    console.log(
      `peak memory: ${small.peak} MiB with 1 KB, ${large.peak} MiB with 50 MB, ${larger.peak} MiB with 150 MB`,
    )
    expect(large.peak! - small.peak!).toBeLessThan(80)
    expect(larger.peak! - small.peak!).toBeLessThan(80)
  })

  it('loses nothing and reads nothing twice when it is killed again and again', async () => {
    const dovecot = await startDovecot()
    const wire = await layWire(dovecot.port)
    const app = await openClawback(dovecot.imapUrl())
    const mails = [...Array.from({ length: 60 }, (_, at) => textMail(at)), withAttachment(8 * MiB, 'large')]
    for (const raw of mails) dovecot.deliver(raw)
    wire.delay(2)
    const random = mulberry32(3)
    let kills = 0
    while (kills < 12) {
      const before = wire.carried()
      const enough = 2_000 + random() * 40_000 * (kills < 8 ? 1 : 60)
      const child = startReading(app.folder, dovecot.imapUrl(wire.port))
      const gone = once(child, 'close')
      while (child.exitCode === null && wire.carried() - before < enough) await sleep(2)
      if (child.exitCode !== null) break
      child.kill('SIGKILL')
      await gone
      kills++
    }
    wire.delay(0)
    const readBefore = (await listInbox(app, null)).length
    await runReading(app.folder, dovecot.imapUrl(wire.port))
    const rows = await listInbox(app, null)
    expect(rows.map((row) => row.sha256).sort()).toEqual(mails.map((raw) => sha256(raw)).sort())
    expect(rows.every(({ state }) => state === 'linked')).toBe(true)
    expect((await listAlerts(app.db, { limit: 1000 })).filter(({ kind }) => kind === 'mail')).toHaveLength(
      mails.length,
    )
    expect(await readInbox(app)).toMatchObject({ read: 0 })
    console.log(`killed ${kills} times, ${readBefore} of ${mails.length} were read by then, all at the end`)
    expect(kills).toBeGreaterThan(0)
  })

  it('lets in by a token of that mailbox alone, and by no password', async () => {
    const provider = await openTokenProvider('ann')
    const dovecot = await startDovecot({ introspectionUrl: provider.introspectionUrl })
    dovecot.deliver(textMail(1))
    const imapUrl = dovecot.imapUrl().replace(':pass%20word@', '@')
    const app = await openClawback(imapUrl)
    const by = (oauth: MailOAuth | null, url = imapUrl) => ({
      ...app,
      config: { ...app.config, imapUrl: url, mail: { oauth } },
    })
    expect(await readInbox(by(provider.oauth))).toMatchObject({ read: 1, linked: 1 })
    expect(await readInbox(by(provider.oauth))).toMatchObject({ read: 0 })
    expect(provider.given(), 'one for each connection').toBe(2)
    const notRead = { code: 'MAILBOX_NOT_READ', exitCode: 3 }
    await expect(readInbox(by(null))).rejects.toMatchObject(notRead)
    await expect(readInbox(by(null, dovecot.imapUrl()))).rejects.toMatchObject(notRead)
    await expect(readInbox(by(provider.oauth, imapUrl.replace('ann@', 'eve@')))).rejects.toMatchObject(
      notRead,
    )
    await expect(readInbox(by({ ...provider.oauth, clientSecret: 'wrong' }))).rejects.toMatchObject({
      code: 'MAIL_TOKEN_REFUSED',
    })
  })

  it('goes on where a connection broke, wherever that is', async () => {
    const dovecot = await startDovecot()
    const wire = await layWire(dovecot.port)
    const app = await openClawback(dovecot.imapUrl(wire.port))
    const mails = [...Array.from({ length: 10 }, (_, at) => textMail(at)), withAttachment(2 * MiB, 'large')]
    for (const raw of mails) dovecot.deliver(raw)
    let breaks = 0
    for (let limit = 50; ; limit = Math.round(limit * 1.4)) {
      wire.cutAfter(limit)
      const ended = await readInbox(app).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'MAILBOX_NOT_READ', exitCode: 3 })
          return false
        },
      )
      if (ended) break
      breaks++
      if (breaks > 100) throw new Error('it never came to an end')
    }
    await readInbox(app)
    const rows = await listInbox(app, null)
    expect(rows.map((row) => row.sha256).sort()).toEqual(mails.map((raw) => sha256(raw)).sort())
    console.log(`the connection broke ${breaks} times`)
  })

  it('reads on past a mail that the server does not hand out, and tells a person', async () => {
    const dovecot = await startDovecot()
    const app = await openClawback(dovecot.imapUrl())
    dovecot.deliver(textMail(1))
    const damaged = dovecot.deliver(textMail(2))
    dovecot.deliver(textMail(3))
    chmodSync(join(dovecot.maildir, 'new', damaged), 0)
    const readings = []
    for (let at = 0; at < 4; at++)
      readings.push(await readInbox(app).catch((error: unknown) => (error as { code: string }).code))
    expect(await listInbox(app, null)).toHaveLength(2)
    const told = (await listAlerts(app.db, { limit: 100 })).filter(({ key }) =>
      key.startsWith('mail-not-handed-out'),
    )
    expect(told).toHaveLength(1)
    for (const folder of ['new', 'cur'])
      for (const file of readdirSync(join(dovecot.maildir, folder)))
        chmodSync(join(dovecot.maildir, folder, file), 0o644)
    await readInbox(app)
    expect(await listInbox(app, null)).toHaveLength(3)
    expect(await readInbox(app)).toMatchObject({ read: 0, notHandedOut: 0 })
  })

  it('reads a mailbox anew when its numbers are new, and knows each mail again', async () => {
    const dovecot = await startDovecot()
    const app = await openClawback(dovecot.imapUrl())
    for (let at = 0; at < 20; at++) dovecot.deliver(textMail(at))
    expect(await readInbox(app)).toMatchObject({ read: 20 })
    await dovecot.stop()
    for (const file of readdirSync(dovecot.maildir))
      if (file.startsWith('dovecot')) rmSync(join(dovecot.maildir, file), { recursive: true })
    await sleep(1100)
    await dovecot.start()
    dovecot.deliver(textMail(20))
    expect(await readInbox(app)).toMatchObject({ read: 1, linked: 1 })
    expect(await listInbox(app, null)).toHaveLength(21)
    expect(await readInbox(app)).toMatchObject({ read: 0 })
  })

  it('reads what comes while it reads, and does not mind what somebody else deletes', async () => {
    const dovecot = await startDovecot()
    const wire = await layWire(dovecot.port)
    const app = await openClawback(dovecot.imapUrl(wire.port))
    for (let at = 0; at < 30; at++) dovecot.deliver(textMail(at))
    wire.delay(3)
    const reading = readInbox(app)
    await sleep(150)
    const late = textMail(100)
    dovecot.deliver(late)
    const last = readdirSync(join(dovecot.maildir, 'cur')).sort().at(-1) ?? 'none'
    rmSync(join(dovecot.maildir, 'cur', last), { force: true })
    await reading.catch(() => undefined)
    wire.delay(0)
    for (let at = 0; at < 3; at++) await readInbox(app)
    const kept = new Set((await listInbox(app, null)).map((row) => row.sha256))
    expect(kept.has(sha256(late))).toBe(true)
    expect(kept.size).toBeGreaterThanOrEqual(30)
    expect(await readInbox(app)).toMatchObject({ read: 0, notHandedOut: 0 })
    expect((await listInbox(app, null)).every(({ reason }) => reason.includes(ticket) || reason !== '')).toBe(
      true,
    )
  })
})
