import { expect, it } from 'vitest'
import { addWork } from '../../../server/tasks/add-work.ts'
import { comparePaths } from '../../../server/tasks/compare-paths.ts'
import { leakedFiles, writeFolder } from '../../leak.ts'
import { openTestApp } from '../../open-test-app.ts'

const quiet = () => undefined

it('recognises copies without holding any text of the originals, beyond the probes', async () => {
  const app = await openTestApp()
  const files = leakedFiles(2)
  const source = await writeFolder(files)
  const input = { source, title: 'Orbit', owner: 'Orbit Inc.', official: [], fingerprintsOnly: true }
  await addWork(app, input, quiet)

  expect((await comparePaths(app, { work: 'orbit', paths: [source] }, quiet)).summary).toMatchObject({
    strong: 2,
  })
  const names = new Set(Object.values(files).flatMap((text) => text.match(/\bfunction \w+/g) ?? []))
  let held = 0
  for await (const id of app.content.ids()) {
    const bytes = await app.content.get(id)
    for (const name of names) if (bytes.includes(name.replace('function ', ''))) held++
  }
  // A probe or two may name a function; the works themselves have dozens.
  expect(names.size).toBeGreaterThan(8)
  expect(held).toBeLessThan(names.size)
  await expect(addWork(app, input, quiet)).rejects.toMatchObject({ code: 'FINGERPRINTS_ONLY_VERSION' })
})
