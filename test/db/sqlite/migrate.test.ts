import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { verifyEvents } from '../../../db/events/verify-events.ts'
import { openDatabase } from '../../../db/open-database.ts'
import { openSqlite, ownMigrations } from '../../../db/sqlite/open-sqlite.ts'
import * as tables from '../../../db/sqlite/tables.ts'
import { temporaryFolder, tickingClock } from '../temporary.ts'
import { ownAndThen, plantMigrations } from './planted-migrations.ts'

const { sqliteTables, ...exported } = tables
const event = { actor: 'Ada', kind: 'work.added', subject: 'work:orbit', data: {} }
const work = {
  slug: 'orbit',
  title: 'Orbit',
  owner: 'Orbit Inc.',
  fingerprintsOnly: false,
  createdAt: new Date(0),
}

function read<T>(folder: string, sql: string): T[] {
  const connection = new BetterSqlite3(join(folder, 'clawback.db'))
  try {
    return connection.prepare<[], T>(sql).all()
  } finally {
    connection.close()
  }
}

/** What drizzle-kit writes to go from one schema to another. */
async function rebuild(from: object, to: object): Promise<string[]> {
  const [before, after] = [
    await generateSQLiteDrizzleJson({ ...from }),
    await generateSQLiteDrizzleJson({ ...to }),
  ]
  return await generateSQLiteMigration(before, after)
}

test('the migrations build the schema as the code has it, column for column', async () => {
  const folder = temporaryFolder()
  await (await openDatabase({ folder, clock: tickingClock() })).close()
  const fromScratch = new BetterSqlite3(':memory:')
  for (const statement of await rebuild({}, exported)) fromScratch.exec(statement)

  const names = fromScratch
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
  expect(names.length).toBeGreaterThan(20)
  for (const { name } of names) {
    // Indexes are listed in the order in which they were made: one that came later stands elsewhere.
    for (const query of [
      `SELECT * FROM pragma_table_xinfo('${name}')`,
      `SELECT * FROM pragma_foreign_key_list('${name}')`,
      `SELECT name, "unique", origin, partial FROM pragma_index_list('${name}') ORDER BY name`,
    ]) {
      expect(read(folder, query)).toEqual(fromScratch.prepare(query).all())
    }
  }
  expect(names.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'))).toHaveLength(
    Object.keys(sqliteTables).length,
  )
})

test('the last snapshot is the schema: nothing is left to generate', async () => {
  const last = ownMigrations().migrations.at(-1)!.tag.slice(0, 4)
  const file = join(packageRoot, 'db', 'migrations', 'sqlite', 'meta', `${last}_snapshot.json`)
  const snapshot = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof generateSQLiteMigration>[0]
  expect(await generateSQLiteMigration(snapshot, await generateSQLiteDrizzleJson(exported))).toEqual([])
})

test('a rebuilt table keeps the rows that refer to it', async () => {
  const folder = temporaryFolder()
  const child = sqliteTable('children', {
    id: integer('id').primaryKey(),
    parentId: integer('parent_id')
      .notNull()
      .references(() => before.id, { onDelete: 'cascade' }),
  })
  const before = sqliteTable('parents', { id: integer('id').primaryKey(), name: text('name').notNull() })
  const after = sqliteTable('parents', { id: integer('id').primaryKey(), name: text('name') })
  const first = { '0000_ground': await rebuild({}, { before, child }) }
  const second = { ...first, '0001_rebuild': await rebuild({ before, child }, { after, child }) }
  expect(second['0001_rebuild'].join()).toContain('DROP TABLE `parents`')

  const migrations = plantMigrations(temporaryFolder(), first)
  await (await openSqlite({ folder, clock: tickingClock(), migrations })).close()
  read(folder, "INSERT INTO parents VALUES (1, 'a'), (2, 'b') RETURNING id")
  read(folder, 'INSERT INTO children VALUES (10, 1), (11, 1), (12, 2) RETURNING id')

  const newer = plantMigrations(temporaryFolder(), second)
  await (await openSqlite({ folder, clock: tickingClock(), migrations: newer })).close()
  expect(read(folder, 'SELECT id, parent_id FROM children ORDER BY id')).toEqual([
    { id: 10, parent_id: 1 },
    { id: 11, parent_id: 1 },
    { id: 12, parent_id: 2 },
  ])
  read(folder, 'INSERT INTO parents VALUES (3, NULL) RETURNING id')
})

test('a table that loses its guards in a rebuild has them again, and the log goes on', async () => {
  const folder = temporaryFolder()
  const db = await openDatabase({ folder, clock: tickingClock() })
  await db.tx((tx) => appendEvent(tx, event))
  await db.close()
  const [{ sql } = { sql: '' }] = read<{ sql: string }>(
    folder,
    "SELECT sql FROM sqlite_master WHERE name = 'events'",
  )
  const migrations = ownAndThen(temporaryFolder(), {
    '9999_rebuild': [
      sql.replace('`events`', '__new_events'),
      'INSERT INTO __new_events SELECT * FROM events',
      'DROP TABLE events',
      'ALTER TABLE __new_events RENAME TO events',
    ],
  })

  const again = await openSqlite({ folder, clock: tickingClock(), migrations })
  await again.tx((tx) => appendEvent(tx, event))
  await expect(again.orm.delete(again.tables.events)).rejects.toMatchObject({ code: 'RECORD_PROTECTED' })
  expect(await verifyEvents(again)).toMatchObject({ ok: true, events: 2 })
  await again.close()
})

test('guards that someone dropped are laid again at the next start', async () => {
  const folder = temporaryFolder()
  await (await openDatabase({ folder, clock: tickingClock() })).close()
  const connection = new BetterSqlite3(join(folder, 'clawback.db'))
  connection.exec('DROP TRIGGER guard_events_delete')
  connection.close()
  await (await openDatabase({ folder, clock: tickingClock() })).close()
  expect(read(folder, "SELECT 1 FROM sqlite_master WHERE name = 'guard_events_delete'")).toHaveLength(1)
})

test('a copy is made before a migration, closed to others, and the last three are kept', async () => {
  const folder = temporaryFolder()
  const clock = tickingClock()
  const planted: Record<string, string[]> = {}
  const db = await openDatabase({ folder, clock })
  await db.orm.insert(db.tables.works).values(work)
  await db.close()
  expect(readdirSync(folder)).not.toContain('backups')

  for (const n of [1, 2, 3, 4]) {
    planted[`999${n}_more`] = [`CREATE TABLE more_${n} (id integer)`]
    const migrations = ownAndThen(temporaryFolder(), planted)
    await (await openSqlite({ folder, clock, migrations })).close()
    // Opening again has nothing to migrate, and copies nothing.
    await (await openSqlite({ folder, clock, migrations })).close()
  }

  const copies = readdirSync(join(folder, 'backups')).sort()
  expect(copies.map((name) => name.replace(/^.*-before-/, ''))).toEqual([
    '9992_more.db',
    '9993_more.db',
    '9994_more.db',
  ])
  for (const name of copies) {
    expect(statSync(join(folder, 'backups', name)).mode & 0o777).toBe(0o600)
    const copy = new BetterSqlite3(join(folder, 'backups', name))
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('SELECT slug FROM works').pluck().all()).toEqual(['orbit'])
    copy.close()
  }
})

test.each([
  ['a statement that is wrong', ['CREATE TABLE fine (id integer)', 'INSERT INTO no_such_table VALUES (1)']],
  ['rows that would refer to nothing', ['DELETE FROM works']],
])('%s undoes every pending migration', async (_, broken) => {
  const folder = temporaryFolder()
  const db = await openDatabase({ folder, clock: tickingClock() })
  const [{ id } = { id: 0 }] = await db.orm.insert(db.tables.works).values(work).returning()
  await db.orm
    .insert(db.tables.baselines)
    .values({ workId: id, source: 's', reason: 'r', addedAt: new Date(0) })
  await db.close()

  const migrations = ownAndThen(temporaryFolder(), {
    '9991_good': ['CREATE TABLE good (id integer)'],
    '9992_bad': broken,
  })
  await expect(openSqlite({ folder, clock: tickingClock(), migrations })).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringContaining('9992_bad') as string,
  })
  expect(read(folder, "SELECT name FROM sqlite_master WHERE name IN ('good', 'fine')")).toEqual([])

  const same = await openDatabase({ folder, clock: tickingClock() })
  expect(await same.orm.$count(same.tables.baselines)).toBe(1)
  await same.close()
})

test('a database of a newer version is refused and left as it is', async () => {
  const folder = temporaryFolder()
  const migrations = ownAndThen(temporaryFolder(), { '9999_future': ['CREATE TABLE future (id integer)'] })
  await (await openSqlite({ folder, clock: tickingClock(), migrations })).close()
  const before = readFileSync(join(folder, 'clawback.db'))
  await expect(openDatabase({ folder, clock: tickingClock() })).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    message: expect.stringContaining('9999_future') as string,
  })
  expect(readFileSync(join(folder, 'clawback.db')).equals(before)).toBe(true)
})

test('a migration that was edited after it was applied is refused', async () => {
  const folder = temporaryFolder()
  const planted = (sql: string) => plantMigrations(temporaryFolder(), { '0000_ground': [sql] })
  const open = (sql: string) => openSqlite({ folder, clock: tickingClock(), migrations: planted(sql) })
  await (await open('CREATE TABLE a (id integer)')).close()
  await expect(open('CREATE TABLE a (id text)')).rejects.toMatchObject({ code: 'MIGRATION_CHANGED' })
})

test('starts at the same moment migrate once', async () => {
  const folder = temporaryFolder()
  const opened = await Promise.all(
    Array.from({ length: 6 }, () => openDatabase({ folder, clock: tickingClock() })),
  )
  await Promise.all(opened.map((db) => db.tx((tx) => appendEvent(tx, event))))
  expect(await verifyEvents(opened[0]!)).toMatchObject({ ok: true, events: 6 })
  for (const db of opened) await db.close()
})
