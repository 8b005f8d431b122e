import { expect, it } from 'vitest'
import { addWork } from '../../../server/tasks/add-work.ts'
import { comparePaths } from '../../../server/tasks/compare-paths.ts'
import { listWorks } from '../../../server/tasks/list-works.ts'
import { removeWork } from '../../../server/tasks/remove-work.ts'
import { leakedFiles, writeFolder } from '../../leak.ts'
import { openTestApp } from '../../open-test-app.ts'

const quiet = () => undefined

it('takes the originals off the machine, but for those of another work', async () => {
  const app = await openTestApp()
  const [whole, part] = [await writeFolder(leakedFiles(3)), await writeFolder(leakedFiles(1))]
  const work = { owner: 'Orbit Inc.', official: [] }
  await addWork(app, { ...work, source: whole, title: 'Whole' }, quiet)
  await addWork(app, { ...work, source: part, title: 'Part' }, quiet)

  expect(await removeWork(app, 'whole')).toEqual({ removed: 'whole', originals: 3 })

  expect((await listWorks(app)).map((w) => w.slug)).toEqual(['part'])
  const { summary } = await comparePaths(app, { work: 'part', paths: [part] }, quiet)
  expect(summary).toMatchObject({ files: 1, strong: 1 })
  let kept = 0
  for await (const _ of app.content.ids()) kept++
  // One original, one index, one plan of probes.
  expect(kept).toBe(3)
  await expect(removeWork(app, 'whole')).rejects.toMatchObject({ code: 'WORK_UNKNOWN' })
})

it('can be added again under its slug, as a next version', async () => {
  const app = await openTestApp()
  const source = await writeFolder(leakedFiles(2))
  const input = { source, title: 'Orbit', owner: 'Orbit Inc.', official: [] }
  await addWork(app, input, quiet)
  await removeWork(app, 'orbit')

  const again = await addWork(app, input, quiet)

  expect(again).toMatchObject({ work: { slug: 'orbit' }, originals: { claimed: 2 } })
  expect((await comparePaths(app, { work: 'orbit', paths: [source] }, quiet)).summary.strong).toBe(2)
})
