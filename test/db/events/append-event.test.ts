import { expect, test } from 'vitest'
import { appendEvent } from '../../../db/events/append-event.ts'
import { verifyEvents } from '../../../db/events/verify-events.ts'
import { eachDialect } from '../each-dialect.ts'

const event = {
  actor: 'Ada',
  kind: 'match.reviewed',
  subject: 'repository:7',
  data: { decision: 'infringing' },
}

eachDialect((open) => {
  test('events are chained from the first, and the chain holds', async () => {
    const db = await open()
    expect(await verifyEvents(db)).toMatchObject({ ok: true, events: 0 })
    const first = await db.tx((tx) => appendEvent(tx, event))
    const second = await db.tx((tx) => appendEvent(tx, event))
    expect(await verifyEvents(db)).toEqual({ ok: true, events: 2, head: second })
    expect(await db.orm.select().from(db.tables.events)).toMatchObject([
      { seq: 1, prevHash: '0'.repeat(64), hash: first.hash },
      { seq: 2, prevHash: first.hash, hash: second.hash },
    ])
  })

  test('an event of a transaction that failed was never there', async () => {
    const db = await open()
    const failing = db.tx(async (tx) => {
      await appendEvent(tx, event)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const { seq } = await db.tx((tx) => appendEvent(tx, event))
    expect(seq).toBe(1)
  })

  test('the database refuses to change or delete an event, or to take one out of order', async () => {
    const db = await open()
    const { events, eventHead } = db.tables
    await db.tx((tx) => appendEvent(tx, event))
    const [row] = await db.orm.select().from(events)
    await expect(db.orm.update(events).set({ actor: 'Eve' })).rejects.toMatchObject({
      code: 'RECORD_PROTECTED',
    })
    await expect(db.orm.delete(events)).rejects.toMatchObject({ code: 'RECORD_PROTECTED' })
    await expect(db.orm.insert(events).values({ ...row!, seq: 5 })).rejects.toMatchObject({
      code: 'RECORD_PROTECTED',
    })
    await expect(db.orm.update(eventHead).set({ seq: 0 })).rejects.toMatchObject({ code: 'RECORD_PROTECTED' })
    await expect(db.orm.delete(eventHead)).rejects.toMatchObject({ code: 'RECORD_PROTECTED' })
    expect(await verifyEvents(db)).toMatchObject({ ok: true, events: 1 })
  })
})
