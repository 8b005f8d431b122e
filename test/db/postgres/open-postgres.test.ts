import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { verifyEvents } from '../../../db/events/verify-events.ts'
import { openDatabase } from '../../../db/open-database.ts'
import * as tables from '../../../db/postgres/tables.ts'
import { packageRoot } from '../../../server/package-root.ts'
import { startPostgres, type PostgresServer } from '../postgres-server.ts'
import { tickingClock } from '../temporary.ts'

const { postgresTables, ...exported } = tables
const event = {
  actor: 'Ada, née \u{1F600}',
  kind: 'match.reviewed',
  subject: 'repository:7',
  data: { n: 1, a: null },
}

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

async function open(url: string): Promise<Database> {
  const db = await openDatabase({ folder: '/not/used', clock: tickingClock(), url })
  onTestFinished(() => db.close())
  return db
}

/** The database as its administrator sees it, who can switch the guards off. */
async function administrator(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

test('the last snapshot is the schema: nothing is left to generate', async () => {
  const folder = join(packageRoot, 'db', 'migrations', 'postgres', 'meta')
  const { entries } = JSON.parse(readFileSync(join(folder, '_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  const last = entries.at(-1)!.tag.slice(0, 4)
  const snapshot = JSON.parse(readFileSync(join(folder, `${last}_snapshot.json`), 'utf8')) as never
  expect(Object.keys(exported)).toEqual(Object.keys(postgresTables))
  expect(await generateMigration(snapshot, generateDrizzleJson(exported))).toEqual([])
})

test('several that start and write at the same moment: one schema, one log, nothing lost', async () => {
  const url = await server.createDatabase()
  const several = await Promise.all([open(url), open(url), open(url)])
  const [
    {
      orm,
      tables: { works },
    },
  ] = several as [Database, ...Database[]]
  const at = new Date(0)
  await orm
    .insert(works)
    .values({ slug: 'orbit', title: '0', owner: 'o', fingerprintsOnly: false, createdAt: at })
  const increment = (db: Database) =>
    db.tx(async (tx) => {
      const [work] = await tx.orm.select().from(works)
      await tx.orm.update(works).set({ title: String(Number(work?.title) + 1) })
      await appendEvent(tx, event)
    })
  await Promise.all(Array.from({ length: 30 }, (_, n) => increment(several[n % 3]!)))
  expect(await orm.select().from(works)).toMatchObject([{ title: '30' }])
  expect(await verifyEvents(several[0])).toMatchObject({ ok: true, events: 30 })
})

test('any change of any text of any event is found, and the event named', async () => {
  const url = await server.createDatabase()
  const db = await open(url)
  const count = 6
  for (let n = 0; n < count; n++) await db.tx((tx) => appendEvent(tx, event))
  const admin = await administrator(url)
  await admin.query('ALTER TABLE events DISABLE TRIGGER ALL')

  const anyChange = fc.record({
    seq: fc.integer({ min: 1, max: count }),
    column: fc.constantFrom('actor', 'kind', 'subject', 'data', 'prev_hash', 'hash'),
    where: fc.nat(),
    instead: fc.string({ minLength: 1, maxLength: 1 }),
  })
  await fc.assert(
    fc.asyncProperty(anyChange, async ({ seq, column, where, instead }) => {
      const { rows } = await admin.query<{ text: string }>(
        `SELECT ${column} AS text FROM events WHERE seq = $1`,
        [seq],
      )
      const whole = Array.from(rows[0]!.text)
      const position = where % whole.length
      fc.pre(whole[position] !== instead)
      const store = (text: string) =>
        admin.query(`UPDATE events SET ${column} = $1 WHERE seq = $2`, [text, seq])
      await store(whole.with(position, instead).join(''))
      expect(await verifyEvents(db)).toMatchObject({ ok: false, seq })
      await store(whole.join(''))
      expect(await verifyEvents(db)).toMatchObject({ ok: true, events: count })
    }),
  )
  await admin.query("UPDATE events SET at = at + interval '1 millisecond' WHERE seq = 3")
  expect(await verifyEvents(db)).toMatchObject({ ok: false, seq: 3 })
})

test('guards that someone switched off or dropped are laid again at the next start', async () => {
  const url = await server.createDatabase()
  const db = await open(url)
  await db.tx((tx) => appendEvent(tx, event))
  const admin = await administrator(url)
  for (const tampering of [
    'ALTER TABLE events DISABLE TRIGGER guard_events_update',
    'DROP TRIGGER guard_events_update ON events',
  ]) {
    await admin.query(tampering)
    await open(url)
    await expect(admin.query('DELETE FROM events')).rejects.toThrow('append-only')
  }
  await expect(admin.query('TRUNCATE events, event_head')).rejects.toThrow()
})

test('a database of a newer version is refused and left as it is', async () => {
  const url = await server.createDatabase()
  await open(url)
  const admin = await administrator(url)
  await admin.query("INSERT INTO migrations VALUES ('9999_future', 'x', now())")
  await expect(open(url)).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
})

test('a server that is not there, a wrong password, no such database: each says so, and no password', async () => {
  const url = new URL(await server.createDatabase())
  const with_ = (change: (url: URL) => void) => {
    const changed = new URL(url)
    change(changed)
    return open(changed.href).catch((error: unknown) => error)
  }
  const errors = [
    [await with_((u) => (u.port = '1')), 'DATABASE_UNREACHABLE'],
    [await with_((u) => (u.password = 'wrong-and-secret')), 'DATABASE_REFUSED'],
    [await with_((u) => (u.pathname = '/nowhere')), 'DATABASE_REFUSED'],
    [await open('mysql://root:secret@localhost/x').catch((error: unknown) => error), 'SETTING_INVALID'],
  ] as const
  for (const [error, code] of errors) {
    expect(error).toMatchObject({ code })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/secret|practice/)
  }
})

test('a connection that is cut in the middle of a transaction leaves nothing, and the next one works', async () => {
  const url = await server.createDatabase()
  const db = await open(url)
  const admin = await administrator(url)
  const cut = db.tx(async (tx) => {
    await appendEvent(tx, event)
    await admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    )
    await appendEvent(tx, event)
  })
  await expect(cut).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
  await db.tx((tx) => appendEvent(tx, event))
  expect(await verifyEvents(db)).toMatchObject({ ok: true, events: 1 })
})
