import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openContentStore } from '../../../db/content/open-content-store.ts'
import { temporaryFolder } from '../temporary.ts'

test('what is put is got back, under an id that a second process understands', async () => {
  const folder = temporaryFolder()
  const store = await openContentStore({ folder, randomBytes })
  const bytes = Buffer.from('export const orbit = 1\n')
  const id = await store.put(bytes)
  expect(await store.put(bytes)).toBe(id)
  expect(await store.has(id)).toBe(true)

  const other = await openContentStore({ folder, randomBytes })
  expect(await other.get(id)).toEqual(bytes)
  await other.remove(id)
  expect(await store.has(id)).toBe(false)
  await expect(store.get(id)).rejects.toMatchObject({ code: 'CONTENT_MISSING' })
})

test('nothing that lies on the disk holds plaintext, and all of it is closed to others', async () => {
  const folder = join(temporaryFolder(), 'data')
  const store = await openContentStore({ folder, randomBytes })
  await store.put(Buffer.from('a very distinctive line of a secret original'))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    expect(statSync(path).mode & 0o077).toBe(0)
    if (entry.isFile()) expect(readFileSync(path).includes('distinctive')).toBe(false)
  }
})
