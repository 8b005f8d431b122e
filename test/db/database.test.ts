import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Transaction } from '../../db/database.ts'
import { eachDialect } from './each-dialect.ts'

const work = {
  slug: 'orbit',
  title: 'Orbit',
  owner: 'Orbit Inc.',
  fingerprintsOnly: false,
  createdAt: new Date('2026-04-01T12:00:00.123Z'),
}

eachDialect((open) => {
  test('values come back as they were given: dates to the millisecond, booleans, JSON', async () => {
    const { orm, tables } = await open()
    const [{ id } = { id: 0 }] = await orm.insert(tables.works).values(work).returning()
    const skipped = [{ path: 'a\u0000b', reason: 'ünïcode 秘密' }]
    await orm
      .insert(tables.workVersions)
      .values({ workId: id, number: 1, source: 'npm:orbit@1.0.0', skipped, addedAt: work.createdAt })

    expect(await orm.select().from(tables.works)).toMatchObject([work])
    expect(await orm.select({ n: sql<number>`count(*)` }).from(tables.works)).toEqual([{ n: 1 }])
    expect(await orm.select().from(tables.workVersions)).toMatchObject([{ skipped, addedAt: work.createdAt }])
  })

  test('a transaction that throws leaves nothing, and the next one works', async () => {
    const db = await open()
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
    const db = await open()
    const { works } = db.tables
    const carryingOn = db.tx(async ({ orm }) => {
      await orm.insert(works).values(work)
      await orm
        .insert(works)
        .values(work)
        .catch(() => undefined)
      await orm.insert(works).values({ ...work, slug: 'other' })
    })
    await expect(carryingOn).rejects.toThrow(/works.slug/)
    const hidingIt = db.tx(async ({ orm }) => {
      await orm
        .insert(works)
        .values([work, work])
        .catch(() => undefined)
    })
    await expect(hidingIt).rejects.toThrow(/works.slug/)
    expect(await db.orm.$count(works)).toBe(0)
  })

  test('concurrent transactions and single writes take turns, so read-modify-write loses nothing', async () => {
    const db = await open()
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
    const db = await open()
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
    const db = await open()
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
    const { orm, tables } = await open()
    const secret = { ...work, slug: 'secret-plan', title: 'src/secret-plan.ts' }
    await orm.insert(tables.works).values(secret)
    const error: unknown = await orm
      .insert(tables.works)
      .values(secret)
      .catch((reason: unknown) => reason)
    expect(String(error)).toMatch(/works.slug/)
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack ?? ''}`).not.toContain(
      'secret-plan',
    )
  })

  test('foreign keys hold', async () => {
    const { orm, tables } = await open()
    const orphan = { workId: 404, source: 'npm:x@1.0.0', reason: 'public', addedAt: new Date() }
    await expect(orm.insert(tables.baselines).values(orphan)).rejects.toThrow(/foreign key/i)
  })

  test('ids are never given twice', async () => {
    const { orm, tables } = await open()
    const [first] = await orm.insert(tables.works).values(work).returning()
    await orm.delete(tables.works).where(eq(tables.works.slug, work.slug))
    const [second] = await orm.insert(tables.works).values(work).returning()
    expect(second?.id).toBeGreaterThan(first?.id ?? Infinity)
  })
})
