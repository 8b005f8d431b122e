import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../db/open-database.ts'
import { temporaryDatabase, temporaryFolder, tickingClock } from './temporary.ts'

const work = {
  slug: 'orbit',
  title: 'Orbit',
  owner: 'Orbit Inc.',
  fingerprintsOnly: false,
  createdAt: new Date('2026-04-01T12:00:00.123Z'),
}

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
