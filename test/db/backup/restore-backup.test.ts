import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract, pack } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { restoreBackup } from '../../../db/backup/restore-backup.ts'
import { writeBackup } from '../../../db/backup/write-backup.ts'
import { openContentStore } from '../../../db/content/open-content-store.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { verifyEvents } from '../../../db/events/verify-events.ts'
import { openDatabase } from '../../../db/open-database.ts'
import { temporaryFolder, tickingClock } from '../temporary.ts'

const at = new Date('2026-04-01T12:00:00Z')
const secret = 'a very distinctive line of a secret original\n'
const quiet = () => undefined
const event = { actor: 'test', kind: 'test', subject: 'test', data: {} }

interface Made {
  folder: string
  file: string
  ids: string[]
}

/** A data folder that is still open while it is backed up. */
async function make(withKey: boolean): Promise<Made & { manifest: Awaited<ReturnType<typeof writeBackup>> }> {
  const folder = join(temporaryFolder(), 'data')
  const db = await openDatabase({ folder, clock: tickingClock() })
  const store = await openContentStore({ folder, randomBytes })
  const ids = [await store.put(Buffer.from(secret)), await store.put(randomBytes(100_000))]
  for (let i = 0; i < 3; i++) await db.tx((tx) => appendEvent(tx, event))
  const file = join(temporaryFolder(), 'backup.tar')
  const manifest = await writeBackup({ folder, file, withKey, at }, quiet)
  await db.tx((tx) => appendEvent(tx, event))
  await db.close()
  return { folder, file, ids, manifest }
}

const restoreInto = (file: string, folder: string, keyFile: string | null = null) =>
  restoreBackup({ file, folder, keyFile })
const empty = () => join(temporaryFolder(), 'restored')

/** Packs the members again, changed. */
async function repack(
  file: string,
  change: (name: string, bytes: Buffer) => { name: string; bytes: Buffer }[],
): Promise<string> {
  const reading = extract()
  reading.end(readFileSync(file))
  const written = pack()
  for await (const entry of reading) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    for (const member of change(entry.header.name, Buffer.concat(chunks))) {
      written.entry({ name: member.name }, member.bytes)
    }
  }
  written.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of written) chunks.push(chunk as Buffer)
  const changed = join(temporaryFolder(), 'changed.tar')
  writeFileSync(changed, Buffer.concat(chunks))
  return changed
}

describe('a backup', () => {
  it('restores to the moment it was made: the log verifies, the contents are read', async () => {
    const { file, ids, manifest } = await make(true)
    const folder = empty()
    await restoreInto(file, folder)
    const db = await openDatabase({ folder, clock: tickingClock() })
    const verified = await verifyEvents(db)
    await db.close()
    expect(verified).toEqual({ ok: true, events: 3, head: manifest.manifest.head })
    const store = await openContentStore({ folder, randomBytes })
    expect((await store.get(ids[0]!)).toString()).toBe(secret)
    expect(await store.get(ids[1]!)).toHaveLength(100_000)
    for (const name of ['clawback.db', 'key']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(
      ['clawback.db', 'clawback.db-shm', 'clawback.db-wal', 'content', 'key'].filter((name) =>
        existsSync(join(folder, name)),
      ),
    )
  })

  it('holds neither the key nor an original, unless the key was asked for', async () => {
    const { folder, file } = await make(false)
    const key = readFileSync(join(folder, 'key'), 'utf8').trim().split(' ')[1]!
    const bytes = readFileSync(file)
    expect(bytes.includes(secret.trim())).toBe(false)
    expect(bytes.includes(key)).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync((await make(true)).file).includes('clawback-key-1')).toBe(true)
  })

  it('is opened by the key that was kept elsewhere, and by no other', async () => {
    const { folder, file, ids } = await make(false)
    const other = await make(false)
    const restored = empty()
    await expect(restoreInto(file, restored, join(other.folder, 'key'))).rejects.toMatchObject({
      code: 'KEY_MISMATCH',
    })
    expect(readdirSync(restored)).toEqual([])
    await restoreInto(file, restored, join(folder, 'key'))
    const store = await openContentStore({ folder: restored, randomBytes })
    expect((await store.get(ids[0]!)).toString()).toBe(secret)
  })

  it('without its key is not opened with a new one', async () => {
    const { file } = await make(false)
    const folder = empty()
    await restoreInto(file, folder)
    await expect(openContentStore({ folder, randomBytes })).rejects.toMatchObject({ code: 'KEY_MISSING' })
  })

  it('never takes the place of another file, and leaves nothing behind', async () => {
    const { folder, file } = await make(false)
    const before = readFileSync(file)
    await expect(writeBackup({ folder, file, withKey: false, at }, quiet)).rejects.toMatchObject({
      code: 'BACKUP_EXISTS',
    })
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(join(file, '..'))).toEqual(['backup.tar'])
    expect(readdirSync(join(folder, 'scratch'))).toEqual([])
    await expect(
      writeBackup({ folder, file: join(folder, 'no', 'such', 'a.tar'), withKey: false, at }, quiet),
    ).rejects.toMatchObject({ code: 'BACKUP_NOT_WRITTEN' })
  })
})

describe('a restore', () => {
  it('refuses a folder that is not empty, and changes nothing in it', async () => {
    const { file } = await make(true)
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'a')
    await expect(restoreInto(file, folder)).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY', exitCode: 2 })
    expect(readdirSync(folder)).toEqual(['a.txt'])
    const again = empty()
    await restoreInto(file, again)
    await expect(restoreInto(file, again)).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY' })
  })

  it('goes over what a killed one left', async () => {
    const { file } = await make(true)
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'restoring', 'content'), { recursive: true })
    writeFileSync(join(folder, 'restoring', 'clawback.db'), 'half')
    writeFileSync(join(folder, 'key'), 'moved already')
    await restoreInto(file, folder)
    expect(readdirSync(folder)).toEqual(['clawback.db', 'content', 'key'])
  })

  const flip = (bytes: Buffer) =>
    Buffer.from(bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte)))
  const as = (name: string, bytes: Buffer) => [{ name, bytes }]
  it.each<[string, (name: string, bytes: Buffer) => { name: string; bytes: Buffer }[]]>([
    ['a byte of a content', (name, b) => as(name, /^content\/..\//.test(name) ? flip(b) : b)],
    ['a byte of the database', (name, b) => as(name, name === 'clawback.db' ? flip(b) : b)],
    ['a file fewer', (name, b) => (/^content\/..\//.test(name) ? [] : as(name, b))],
    [
      'a file more',
      (name, b) => [...as(name, b), ...(name === 'clawback.db' ? as(`content/ab/${'c'.repeat(62)}`, b) : [])],
    ],
    ['a name twice', (name, b) => [...as(name, b), ...(name === 'clawback.db' ? as(name, b) : [])]],
    ['a way out of the folder', (name, b) => [...as('../evil', b), ...as(name, b)]],
    ['no manifest', (name, b) => (name === 'manifest.json' ? [] : as(name, b))],
    ['a manifest that is none', (name, b) => as(name, name === 'manifest.json' ? Buffer.from('{}') : b)],
    [
      'another head of the log',
      (name, b) =>
        as(name, name === 'manifest.json' ? Buffer.from(b.toString().replace('"seq": 3', '"seq": 2')) : b),
    ],
  ])('finds %s, and restores nothing', async (_, change) => {
    const { file } = await make(true)
    const folder = empty()
    const changed = await repack(file, change)
    await expect(restoreInto(changed, folder)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
    expect(readdirSync(folder)).toEqual([])
    expect(existsSync(join(folder, '..', 'evil'))).toBe(false)
  })

  it('finds a backup that was cut off anywhere', async () => {
    const { file } = await make(true)
    const bytes = readFileSync(file)
    for (const share of [0, 0.1, 0.5, 0.9, 0.99]) {
      const cut = join(temporaryFolder(), 'cut.tar')
      writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * share)))
      const folder = empty()
      await expect(restoreInto(cut, folder)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
      expect(readdirSync(folder)).toEqual([])
    }
  })

  it('says what is wrong with the files it is given', async () => {
    const { file, folder } = await make(false)
    await expect(restoreInto(join(folder, 'nothing.tar'), empty())).rejects.toMatchObject({
      code: 'BACKUP_NOT_READ',
    })
    await expect(restoreInto(folder, empty())).rejects.toMatchObject({ code: 'BACKUP_NOT_READ' })
    await expect(restoreInto(file, empty(), join(folder, 'nokey'))).rejects.toMatchObject({
      code: 'BACKUP_NOT_READ',
    })
    chmodSync(join(folder, 'key'), 0o644)
    await expect(restoreInto(file, empty(), join(folder, 'key'))).rejects.toMatchObject({
      code: 'KEY_EXPOSED',
    })
  })
})
