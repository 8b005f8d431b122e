import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openContentStore, type ContentStore } from '../../../db/content/open-content-store.ts'
import { temporaryFolder } from '../temporary.ts'

const secret = Buffer.from('a very distinctive line of a secret original\n')

function open(folder: string): Promise<ContentStore> {
  return openContentStore({ folder, randomBytes })
}

function fileOf(folder: string, id: string): string {
  return join(folder, 'content', id.slice(0, 2), id.slice(2))
}

async function list(store: ContentStore): Promise<string[]> {
  const ids: string[] = []
  for await (const id of store.ids()) ids.push(id)
  return ids.sort()
}

test('whatever is put is got back, and the same bytes have the same id', async () => {
  const store = await open(temporaryFolder())
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 50 }), async (a, b) => {
      const [idOfA, idOfB] = await Promise.all([store.put(a), store.put(b)])
      expect(Buffer.compare(await store.get(idOfA), a)).toBe(0)
      expect(Buffer.compare(await store.get(idOfB), b)).toBe(0)
      expect(idOfA === idOfB).toBe(Buffer.compare(a, b) === 0)
      expect(await store.put(a)).toBe(idOfA)
    }),
    { numRuns: 50 },
  )
})

test('what is put is there for a second process, until it is removed', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const ids = await Promise.all([store.put(secret), store.put(Buffer.alloc(0)), store.put(secret)])
  const other = await open(folder)
  expect(await other.get(ids[0])).toEqual(secret)
  expect(await list(other)).toEqual([...new Set(ids)].sort())

  await other.remove(ids[0])
  await other.remove(ids[0])
  expect(await store.has(ids[0])).toBe(false)
  expect(await list(store)).toEqual([ids[1]])
  await expect(store.get(ids[0])).rejects.toMatchObject({ code: 'CONTENT_MISSING' })
})

test('any change of a stored object is found, and putting the bytes again mends it', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const id = await store.put(secret)
  const file = fileOf(folder, id)
  const whole = readFileSync(file)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (position, difference) => {
        const changed = Buffer.from(whole)
        changed[position]! ^= difference
        writeFileSync(file, changed)
        await expect(store.get(id)).rejects.toMatchObject({ code: 'CONTENT_DAMAGED' })
      },
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
      writeFileSync(file, whole.subarray(0, length))
      await expect(store.get(id)).rejects.toMatchObject({ code: 'CONTENT_DAMAGED' })
    }),
  )
  expect(await store.put(secret)).toBe(id)
  expect(await store.get(id)).toEqual(secret)
})

test('an object laid in the place of another is found', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const [one, other] = await Promise.all([store.put(secret), store.put(Buffer.from('another original'))])
  cpSync(fileOf(folder, other), fileOf(folder, one))
  await expect(store.get(one)).rejects.toMatchObject({ code: 'CONTENT_DAMAGED' })
})

test('nothing on the disk holds plaintext, its hash, or is open to others', async () => {
  const folder = join(temporaryFolder(), 'data')
  const store = await open(folder)
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => store.put(Buffer.concat([secret, Buffer.from([n])]))),
  )
  const id = await store.put(secret)
  const sums = ['sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(secret).digest('hex'))
  expect(sums).not.toContain(id)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    expect(statSync(join(entry.parentPath, entry.name)).mode & 0o077).toBe(0)
    if (entry.isFile())
      expect(readFileSync(join(entry.parentPath, entry.name)).includes('distinctive')).toBe(false)
  }
})

test('the same content has another id, and other bytes, in another data folder', async () => {
  const [here, there] = [temporaryFolder(), temporaryFolder()]
  const [idHere, idThere] = [await (await open(here)).put(secret), await (await open(there)).put(secret)]
  expect(idHere).not.toBe(idThere)
  expect(readFileSync(fileOf(here, idHere))).not.toEqual(readFileSync(fileOf(there, idThere)))
})

test('an id cannot lead out of the store', async () => {
  const store = await open(temporaryFolder())
  for (const id of ['../key', 'aa/../../key', `${'a'.repeat(63)}/`, '']) {
    await expect(store.get(id)).rejects.toThrow('Not the id')
    await expect(store.remove(id)).rejects.toThrow('Not the id')
  }
})

test('a key that others may read, that is no key, that is missing or another is refused by name', async () => {
  const folder = temporaryFolder()
  const key = join(folder, 'key')
  await (await open(folder)).put(secret)
  const good = readFileSync(key)

  chmodSync(key, 0o640)
  await expect(open(folder)).rejects.toMatchObject({ code: 'KEY_EXPOSED' })
  chmodSync(key, 0o600)

  writeFileSync(key, 'not a key')
  await expect(open(folder)).rejects.toMatchObject({ code: 'KEY_DAMAGED' })

  const other = temporaryFolder()
  await open(other)
  cpSync(join(other, 'key'), key)
  await expect(open(folder)).rejects.toMatchObject({ code: 'KEY_MISMATCH' })

  rmSync(key)
  await expect(open(folder)).rejects.toMatchObject({ code: 'KEY_MISSING' })
  expect(existsSync(key)).toBe(false)

  writeFileSync(key, good, { mode: 0o600 })
  expect(await list(await open(folder))).toHaveLength(1)
})

test('processes that start at the same moment agree on the key', async () => {
  const folder = temporaryFolder()
  const stores = await Promise.all(Array.from({ length: 8 }, () => open(folder)))
  const ids = await Promise.all(stores.map((store) => store.put(secret)))
  expect(new Set(ids).size).toBe(1)
  expect(readdirSync(folder).sort()).toEqual(['content', 'key'])
})

test('what a killed process left half-written goes after a day, and is never an object', async () => {
  const folder = temporaryFolder()
  await open(folder)
  const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, 'content', 'unfinished', name)) as [
    string,
    string,
  ]
  writeFileSync(old, 'half')
  writeFileSync(fresh, 'half')
  const now = statSync(fresh).mtimeMs / 1000
  const hour = 60 * 60
  utimesSync(old, now - 25 * hour, now - 25 * hour)
  utimesSync(fresh, now - 23 * hour, now - 23 * hour)
  mkdirSync(join(folder, 'content', 'lost+found'))

  const store = await open(folder)
  expect(existsSync(old)).toBe(false)
  expect(existsSync(fresh)).toBe(true)
  expect(await list(store)).toEqual([])
})

test('a large content is sealed in segments, which open only whole and in their order', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const segment = 1024 * 1024
  // Compressible and not, the last segment a part of one.
  const large = Buffer.concat([
    Buffer.alloc(segment, 'leak'),
    randomBytes(3 * segment),
    Buffer.alloc(7, 'end'),
    randomBytes(segment),
  ])
  const id = await store.put(large)
  expect((await store.get(id)).equals(large)).toBe(true)
  const shared = await store.getShared(id)
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(Buffer.compare(shared, large)).toBe(0)
  expect(Buffer.compare(await store.getShared(await store.put(secret)), secret)).toBe(0)

  const file = fileOf(folder, id)
  const whole = readFileSync(file)
  expect(whole.includes('leakleak')).toBe(false)
  const head = whole.subarray(0, 13)
  const parts: Buffer[] = []
  for (let at = head.length; at < whole.length; at += parts.at(-1)!.length)
    parts.push(whole.subarray(at, at + 5 + whole.readUInt32BE(at)))
  expect(parts).toHaveLength(6)
  const [first, second, ...rest] = parts as [Buffer, Buffer, ...Buffer[]]
  const last = rest.at(-1)!
  const allButLast = parts.slice(0, -1)
  const shorter = Buffer.from(head)
  shorter.writeBigUInt64BE(BigInt(5 * segment), 5)
  const endless = Buffer.from(head)
  endless.writeBigUInt64BE(2n ** 50n, 5)
  const none = Buffer.from(head)
  none.writeBigUInt64BE(0n, 5)
  const larger = Buffer.from(first)
  larger.writeUInt32BE(2 ** 32 - 1)
  const otherwise = Buffer.from(first)
  otherwise[4]! ^= 1
  const damaged: Record<string, Buffer[]> = {
    'the last is missing': [head, ...allButLast],
    'the last is missing, and the length says so': [shorter, ...allButLast],
    'two changed places': [head, second, first, ...rest],
    'one is there twice': [head, first, first, ...rest],
    'one more': [head, ...parts, last],
    'another length': [endless, ...parts],
    'no length': [none, ...parts],
    'cut off': [whole.subarray(0, -1)],
    'cut off in a length': [head, ...allButLast, last.subarray(0, 3)],
    'a segment said to be larger': [head, larger, ...parts.slice(1)],
    'a segment said to lie otherwise': [head, otherwise, ...parts.slice(1)],
    'a head and nothing else': [head],
    'half a head': [head.subarray(0, 9)],
  }
  for (const [why, pieces] of Object.entries(damaged)) {
    writeFileSync(file, Buffer.concat(pieces))
    await expect(store.getShared(id), why).rejects.toMatchObject({ code: 'CONTENT_DAMAGED' })
    await expect(store.get(id), why).rejects.toMatchObject({ code: 'CONTENT_DAMAGED' })
  }
  for (const position of [
    0,
    4,
    5,
    12,
    13,
    16,
    17,
    40,
    whole.length >> 1,
    whole.length - 30,
    whole.length - 1,
  ]) {
    const changed = Buffer.from(whole)
    changed[position]! ^= 1
    writeFileSync(file, changed)
    await expect(store.get(id), `byte ${position}`).rejects.toMatchObject({ code: 'CONTENT_DAMAGED' })
  }
  expect(await store.put(large)).toBe(id)
  expect((await store.get(id)).equals(large)).toBe(true)
})

test('of a large content only what shrinks well is kept smaller: the rest opens as a copy', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const segment = 4 * 1024 * 1024
  const text = Buffer.alloc(segment, 'leak')
  // Half of the bits say nothing, and deflate finds them.
  const hashes = randomBytes(segment).map((byte) => byte & 0x0f)
  const sizeOf = async (content: Buffer) => {
    const id = await store.put(content)
    expect((await store.get(id)).equals(content)).toBe(true)
    return statSync(fileOf(folder, id)).size
  }
  expect(await sizeOf(Buffer.concat([text, text]))).toBeLessThan(segment / 10)
  const mixed = await sizeOf(Buffer.concat([text, hashes]))
  expect(mixed).toBeGreaterThan(segment)
  expect(mixed).toBeLessThan(segment * 1.1)
})
