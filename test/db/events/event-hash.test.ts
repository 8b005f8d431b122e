import { createHash } from 'node:crypto'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendEvent } from '../../../db/events/append-event.ts'
import { hashEvent, noHash } from '../../../db/events/event-hash.ts'
import { temporaryDatabase, temporaryFolder } from '../temporary.ts'

test('the hash is the SHA-256 of the fields as netstrings', () => {
  const event = {
    seq: 1,
    at: new Date('2026-03-31T08:00:00.000Z'),
    actor: 'Zoë',
    kind: 'work.added',
    subject: 'work:orbit',
    data: '{"n":1}',
    prevHash: noHash,
  }
  const bytes = `1:1,24:2026-03-31T08:00:00.000Z,4:Zoë,10:work.added,10:work:orbit,7:{"n":1},64:${'0'.repeat(64)},`
  expect(hashEvent(event)).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('someone with nothing but SQL and SHA-256 comes to the same hashes', async () => {
  const folder = temporaryFolder()
  const db = await temporaryDatabase(folder)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.json(), async (actor, data) => {
      await db.tx((tx) =>
        appendEvent(tx, { actor, kind: 'k', subject: '', data: JSON.parse(data) as unknown }),
      )
    }),
  )
  const sqlite = new BetterSqlite3(join(folder, 'clawback.db'), { readonly: true })
  const at = `strftime('%Y-%m-%dT%H:%M:%S', at / 1000, 'unixepoch') || printf('.%03dZ', at % 1000)`
  const fields = ['seq', at, 'actor', 'kind', 'subject', 'data', 'prev_hash'].map(
    (field) => `length(CAST(${field} AS BLOB)) || ':' || (${field}) || ','`,
  )
  const rows = sqlite
    .prepare<[], { hash: string; bytes: Buffer }>(
      `SELECT hash, CAST(${fields.join(' || ')} AS BLOB) AS bytes FROM events`,
    )
    .all()
  sqlite.close()
  expect(rows.length).toBeGreaterThan(50)
  for (const { hash, bytes } of rows) expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
})

test('no two events have the same bytes, wherever a text is cut', () => {
  const cut = fc.tuple(fc.string(), fc.nat(), fc.nat())
  fc.assert(
    fc.property(cut, ([text, first, second]) => {
      const event = { seq: 1, at: new Date(0), data: '{}', prevHash: noHash }
      const split = (at: number) => ({
        ...event,
        kind: text.slice(0, at),
        actor: 'a',
        subject: text.slice(at),
      })
      const [one, other] = [split(first % (text.length + 1)), split(second % (text.length + 1))]
      expect(hashEvent(one) === hashEvent(other)).toBe(one.kind === other.kind)
    }),
  )
})
