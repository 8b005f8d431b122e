import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Transaction } from '../../db/database.ts'
import { openDatabase } from '../../db/open-database.ts'
import { temporaryDatabase, temporaryFolder, tickingClock } from './temporary.ts'

const work = {
  slug: 'orbit',
  title: 'Orbit',
  owner: 'Orbit Inc.',
  fingerprintsOnly: false,
  createdAt: new Date('2026-04-01T12:00:00.123Z'),
}

test('values come back as they were given: dates to the millisecond, booleans, JSON', async () => {
  const { orm, tables } = await temporaryDatabase()
  const [{ id } = { id: 0 }] = await orm.insert(tables.works).values(work).returning()
  const skipped = [{ path: 'a\u0000b', reason: 'ünïcode 秘密' }]
  await orm
    .insert(tables.workVersions)
    .values({ workId: id, number: 1, source: 'npm:orbit@1.0.0', skipped, addedAt: work.createdAt })

  expect(await orm.select().from(tables.works)).toMatchObject([work])
  expect(await orm.select().from(tables.workVersions)).toMatchObject([{ skipped, addedAt: work.createdAt }])
})

test('a transaction that throws leaves nothing, and the next one works', async () => {
  const db = await temporaryDatabase()
  const failing = db.tx(async ({ orm, tables }) => {
    await orm.insert(tables.works).values(work)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await db.orm.$count(db.tables.works)).toBe(0)

  await db.tx(({ orm, tables }) => orm.insert(tables.works).values(work))
  expect(await db.orm.$count(db.tables.works)).toBe(1)
})

test('an error of a query ends its transaction, also when the work catches it', async () => {
  const db = await temporaryDatabase()
  const { works } = db.tables
  const carryingOn = db.tx(async ({ orm }) => {
    await orm.insert(works).values(work)
    await orm
      .insert(works)
      .values(work)
      .catch(() => undefined)
    await orm.insert(works).values({ ...work, slug: 'other' })
  })
  await expect(carryingOn).rejects.toThrow('works.slug')
  const hidingIt = db.tx(async ({ orm }) => {
    await orm
      .insert(works)
      .values([work, work])
      .catch(() => undefined)
  })
  await expect(hidingIt).rejects.toThrow('works.slug')
  expect(await db.orm.$count(works)).toBe(0)
})

test('concurrent transactions and single writes take turns, so read-modify-write loses nothing', async () => {
  const db = await temporaryDatabase()
  const { works } = db.tables
  await db.orm.insert(works).values({ ...work, title: '0' })
  const increment = async ({ orm }: Transaction) => {
    const [row] = await orm.select().from(works)
    await new Promise((resolve) => setImmediate(resolve))
    await orm.update(works).set({ title: String(Number(row?.title) + 1) })
  }
  await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      await db.tx(increment)
      await db.orm.update(works).set({ owner: `owner ${n}` })
    }),
  )
  expect(await db.orm.select().from(works)).toMatchObject([{ title: '50' }])
})

test('a reader sees nothing of a transaction before it is committed', async () => {
  const db = await temporaryDatabase()
  let seen: Promise<number> | undefined
  let look = () => {}
  const looked = new Promise<void>((resolve) => {
    look = () => {
      seen = db.orm.$count(db.tables.works).finally(resolve)
    }
  })
  setImmediate(() => look())
  await db.tx(async ({ orm, tables }) => {
    await orm.insert(tables.works).values(work)
    await looked
  })
  expect(await seen).toBe(0)
})

test('inside a transaction the database itself is refused, and after it the transaction', async () => {
  const db = await temporaryDatabase()
  await expect(db.tx(() => db.orm.select().from(db.tables.works))).rejects.toThrow('use the transaction')
  await expect(db.tx(() => db.tx(() => Promise.resolve(1)))).rejects.toThrow('use the transaction')

  let kept: Transaction | undefined
  await db.tx((tx) => {
    kept = tx
    return Promise.resolve()
  })
  await expect(kept?.orm.insert(db.tables.works).values(work)).rejects.toThrow('was not awaited')
  expect(await db.orm.$count(db.tables.works)).toBe(0)
})

test('an error names the constraint and quotes no value', async () => {
  const { orm, tables } = await temporaryDatabase()
  const secret = { ...work, title: 'src/secret-plan.ts' }
  await orm.insert(tables.works).values(secret)
  const error: unknown = await orm
    .insert(tables.works)
    .values(secret)
    .catch((reason: unknown) => reason)
  expect(String(error)).toContain('works.slug')
  expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack ?? ''}`).not.toContain(
    'secret-plan',
  )
})

test('foreign keys hold', async () => {
  const { orm, tables } = await temporaryDatabase()
  const orphan = { workId: 404, source: 'npm:x@1.0.0', reason: 'public', addedAt: new Date() }
  await expect(orm.insert(tables.baselines).values(orphan)).rejects.toThrow('FOREIGN KEY')
})

test('ids are never given twice', async () => {
  const { orm, tables } = await temporaryDatabase()
  const [first] = await orm.insert(tables.works).values(work).returning()
  await orm.delete(tables.works).where(eq(tables.works.slug, work.slug))
  const [second] = await orm.insert(tables.works).values(work).returning()
  expect(second?.id).toBeGreaterThan(first?.id ?? Infinity)
})

test('what is deleted is gone from the file', async () => {
  const folder = temporaryFolder()
  const db = await openDatabase({ folder, clock: tickingClock() })
  const [{ id } = { id: 0 }] = await db.orm.insert(db.tables.works).values(work).returning()
  const phone = '+1 555 0100 distinctive'
  await db.orm.insert(db.tables.claimants).values({
    workId: id,
    name: 'Ada',
    role: 'agent',
    organization: 'Orbit Inc.',
    authority: 'employed as counsel',
    email: 'ada@orbit.example',
    phone,
  })
  await db.orm.delete(db.tables.claimants)
  await db.close()
  expect(readdirSync(folder)).toEqual(['clawback.db'])
  expect(readFileSync(join(folder, 'clawback.db')).includes(phone)).toBe(false)
})

test('what is made is closed to others, and a second process may open it', async () => {
  const folder = join(temporaryFolder(), 'data')
  const db = await temporaryDatabase(folder)
  await db.orm.insert(db.tables.works).values(work)
  const mode = (path: string) => statSync(path).mode & 0o777
  expect(mode(folder)).toBe(0o700)
  for (const file of ['clawback.db', 'clawback.db-wal', 'clawback.db-shm']) {
    expect(mode(join(folder, file))).toBe(0o600)
  }

  const other = await openDatabase({ folder, clock: tickingClock() })
  expect(await other.orm.select().from(other.tables.works)).toMatchObject([work])
  await other.close()
})
