import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { verifyEvents } from '../../../db/events/verify-events.ts'
import { openDatabase } from '../../../db/open-database.ts'
import { temporaryDatabase, temporaryFolder, tickingClock } from '../temporary.ts'

const count = 12
const texts = ['actor', 'kind', 'subject', 'data', 'prev_hash', 'hash'] as const

async function write(db: Database, events = count): Promise<void> {
  for (let n = 1; n <= events; n++) {
    await db.tx((tx) =>
      appendEvent(tx, {
        actor: n % 2 === 0 ? 'Ada' : 'Grace, née \u{1F600}\uFFFD',
        kind: 'match.reviewed',
        subject: `repository:${n}`,
        data: { n, note: 'considered' },
      }),
    )
  }
}

/** The file as someone sees it who can write to it and does not mind the guards. */
function tamper(folder: string): BetterSqlite3.Database {
  const connection = new BetterSqlite3(join(folder, 'clawback.db'))
  onTestFinished(() => void connection.close())
  const guards = connection
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .pluck()
    .all() as string[]
  for (const name of guards) connection.exec(`DROP TRIGGER ${name}`)
  return connection
}

async function tamperedLog(): Promise<{ db: Database; sqlite: BetterSqlite3.Database }> {
  const folder = temporaryFolder()
  const db = await temporaryDatabase(folder)
  await write(db)
  return { db, sqlite: tamper(folder) }
}

test('any byte changed in any text of any event is found, and the event named', async () => {
  const { db, sqlite } = await tamperedLog()
  const anyChange = fc.record({
    seq: fc.integer({ min: 1, max: count }),
    column: fc.constantFrom(...texts),
    where: fc.nat(),
    difference: fc.integer({ min: 1, max: 255 }),
  })
  await fc.assert(
    fc.asyncProperty(anyChange, async ({ seq, column, where, difference }) => {
      const read = sqlite.prepare(`SELECT CAST(${column} AS BLOB) FROM events WHERE seq = ?`).pluck()
      const store = sqlite.prepare(`UPDATE events SET ${column} = CAST(? AS TEXT) WHERE seq = ?`)
      const whole = read.get(seq) as Buffer
      const changed = Buffer.from(whole)
      changed[where % whole.length]! ^= difference
      store.run(changed, seq)
      expect(await verifyEvents(db)).toMatchObject({ ok: false, seq })
      store.run(whole, seq)
      expect(await verifyEvents(db)).toMatchObject({ ok: true, events: count })
    }),
    { numRuns: 300 },
  )
})

test('any other time, or a value of another type, is found, and the event named', async () => {
  const { db, sqlite } = await tamperedLog()
  const seqs = fc.integer({ min: 1, max: count })
  await fc.assert(
    fc.asyncProperty(
      seqs,
      fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true }), fc.string()),
      async (seq, value) => {
        const at = sqlite.prepare('SELECT at FROM events WHERE seq = ?').pluck().get(seq)
        fc.pre(at !== value)
        sqlite.prepare('UPDATE events SET at = ? WHERE seq = ?').run(value, seq)
        expect(await verifyEvents(db)).toMatchObject({ ok: false, seq })
        sqlite.prepare('UPDATE events SET at = ? WHERE seq = ?').run(at, seq)
      },
    ),
  )
  sqlite.exec('UPDATE events SET at = at + 0.25 WHERE seq = 5')
  expect(await verifyEvents(db)).toMatchObject({ ok: false, seq: 5 })
  sqlite.exec('UPDATE events SET at = CAST(at AS INTEGER) WHERE seq = 5')
  for (const column of texts) {
    sqlite.prepare(`UPDATE events SET ${column} = CAST(${column} AS BLOB) WHERE seq = 5`).run()
    expect(await verifyEvents(db)).toMatchObject({ ok: false, seq: 5 })
    sqlite.prepare(`UPDATE events SET ${column} = CAST(${column} AS TEXT) WHERE seq = 5`).run()
  }
  expect(await verifyEvents(db)).toMatchObject({ ok: true })
})

test('bytes that read as the same text are found', async () => {
  const { db, sqlite } = await tamperedLog()
  // SQLite reads a byte that is no UTF-8 as the U+FFFD that stood there.
  const actor = Buffer.concat([Buffer.from('Grace, née \u{1F600}'), Buffer.from([0xff])])
  sqlite.prepare('UPDATE events SET actor = CAST(? AS TEXT) WHERE seq = 3').run(actor)
  const [{ actor: asRead } = { actor: '' }] = await db.orm
    .select()
    .from(db.tables.events)
    .where(eq(db.tables.events.seq, 3))
  expect(asRead).toBe('Grace, née \u{1F600}\uFFFD')
  expect(await verifyEvents(db)).toMatchObject({ ok: false, seq: 3 })
})

test.each([
  ['one is missing', 'DELETE FROM events WHERE seq = 4', 4],
  ['the first is missing', 'DELETE FROM events WHERE seq = 1', 1],
  ['the tail is cut off', 'DELETE FROM events WHERE seq > 9', 10],
  ['all are missing', 'DELETE FROM events', 1],
  ['one was renumbered', 'UPDATE events SET seq = 99 WHERE seq = 6', 6],
  ['one stands before the first', 'UPDATE events SET seq = -3 WHERE seq = 12', -3],
  [
    'two were swapped',
    'UPDATE events SET seq = -seq WHERE seq IN (3, 4); UPDATE events SET seq = 7 + seq WHERE seq < 0',
    3,
  ],
  [
    'one was added behind',
    'INSERT INTO events SELECT 13, at, actor, kind, subject, data, hash, hash FROM events WHERE seq = 12',
    13,
  ],
  ['the head is missing', 'DELETE FROM event_head', 12],
  ['the head is another', "UPDATE event_head SET hash = 'x'", 12],
])('%s: found, and the first event named', async (_, sql, seq) => {
  const { db, sqlite } = await tamperedLog()
  sqlite.exec(sql)
  expect(await verifyEvents(db)).toMatchObject({ ok: false, seq })
})

test('a log rewritten with its head is found by a head noted elsewhere, and only by that', async () => {
  const folder = temporaryFolder()
  const db = await temporaryDatabase(folder)
  await write(db)
  const whole = await verifyEvents(db)
  const noted = whole.ok ? [whole.head] : []
  expect(await verifyEvents(db, noted)).toMatchObject({ ok: true })

  tamper(folder).exec(`DELETE FROM events WHERE seq > 9;
    UPDATE event_head SET seq = 9, hash = (SELECT hash FROM events WHERE seq = 9)`)
  expect(await verifyEvents(db)).toMatchObject({ ok: true, events: 9 })
  expect(await verifyEvents(db, noted)).toMatchObject({ ok: false, seq: 10 })

  const again = await temporaryDatabase(folder)
  await write(again, 3)
  expect(await verifyEvents(again)).toMatchObject({ ok: true, events: 12 })
  expect(await verifyEvents(again, noted)).toMatchObject({
    ok: false,
    seq: 12,
    reason: 'event 12 is not the one that was noted',
  })
})

test('no flipped byte of the file gives another log that verifies', async () => {
  const folder = temporaryFolder()
  const db = await openDatabase({ folder, clock: tickingClock() })
  await write(db)
  const original = await db.orm.select().from(db.tables.events)
  await db.close()
  const file = join(folder, 'clawback.db')
  const whole = readFileSync(file)
  const page = Math.floor(whole.indexOf('"note":"considered"') / 4096) * 4096
  expect(page).toBeGreaterThan(0)
  let found = 0

  await fc.assert(
    fc.asyncProperty(fc.nat(4095), fc.integer({ min: 1, max: 255 }), async (offset, difference) => {
      const other = temporaryFolder()
      const changed = Buffer.from(whole)
      changed[page + offset]! ^= difference
      copyFileSync(file, join(other, 'clawback.db'))
      writeFileSync(join(other, 'clawback.db'), changed)
      const opened = await openDatabase({ folder: other, clock: tickingClock() })
      try {
        const verification = await verifyEvents(opened)
        if (verification.ok) expect(await opened.orm.select().from(opened.tables.events)).toEqual(original)
        else found++
      } catch (error) {
        expect(error).toMatchObject({ code: 'DATABASE_CORRUPT' })
        found++
      } finally {
        await opened.close()
      }
    }),
    { numRuns: 150 },
  )
  expect(found).toBeGreaterThan(75)
})

test('events that are added while the log is read do no harm', async () => {
  const db = await temporaryDatabase()
  await write(db, 3)
  const [verification] = await Promise.all([verifyEvents(db), write(db, 5)])
  expect(verification.ok).toBe(true)
  expect(await verifyEvents(db)).toMatchObject({ ok: true, events: 8 })
})
