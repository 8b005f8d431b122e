import { afterAll, beforeAll, expect, it } from 'vitest'
import { appendEvent } from '../../../../db/events/append-event.ts'
import { updateRepository } from '../../../../db/queries/repositories.ts'
import { showStatus } from '../../../../server/tasks/show-status.ts'
import { followChanges } from '../../../../server/tasks/status/follow-changes.ts'
import { writeFiguresCsv } from '../../../../server/tasks/write-status-csv.ts'
import { openDataFolder, type TestApp } from '../../http/data-folder.ts'
import { seed } from '../../http/seed/seed.ts'

let app: TestApp
let remove: () => Promise<void>

beforeAll(async () => {
  const folder = await openDataFolder()
  app = folder.app
  remove = folder.remove
  await seed(app, 3)
})
afterAll(() => remove())

async function logChange(id: number, to: 'disabled' | 'available'): Promise<void> {
  await app.db.tx(async (tx) => {
    await updateRepository(tx, id, { availability: to })
    await appendEvent(tx, {
      actor: 'test',
      kind: 'repository.availability',
      subject: `repository:${id}`,
      data: { at: app.clock().toISOString(), to },
    })
  })
}

it('who follows the changes is told the same as who reads them all, and each once', async () => {
  const changes = followChanges(app.db)
  for (const [id, to] of [
    [11, 'disabled'],
    [1000, 'disabled'],
    [11, 'available'],
    [1001, 'disabled'],
  ] as const) {
    await logChange(id, to)
    // Asked for by several pages at once
    const [followed, again] = await Promise.all([
      showStatus({ ...app, changes }, 'orbit-cli'),
      showStatus({ ...app, changes }, 'orbit-cli'),
    ])
    expect(followed).toEqual(await showStatus(app, 'orbit-cli'))
    expect(again).toEqual(followed)
  }
  const all = await changes()
  expect(all.get(11)!.map(({ to }) => to)).toEqual(['disabled', 'available'])
  expect([...all.values()].flat()).toHaveLength(4)
  const { overTime } = (await showStatus({ ...app, changes }, 'orbit-cli')).works[0]!
  expect(overTime.at(-1)).toMatchObject({ disabled: 2, alive: overTime.at(-1)!.found - 2 })
})

it('each figure says in numbers what it says in words', async () => {
  const { figures } = (await showStatus(app, 'orbit-cli')).works[0]!
  for (const { key, value, numbers } of figures) {
    if (value === null) expect(numbers, key).toBeNull()
    if (numbers?.['count'] !== undefined) expect(value).toBe(numbers['count'].toLocaleString('en-US'))
  }
  expect(writeFiguresCsv(await showStatus(app, 'orbit-cli'))).toMatch(/^orbit-cli,named,.*,count=2\r$/m)
})

it('a decision otherwise, an emptied copy and one that is down are not alive; official ones are counted nowhere', async () => {
  const count = async (key: string) =>
    (await showStatus(app, 'orbit-cli')).works[0]!.figures.find((figure) => figure.key === key)!.numbers![
      'count'
    ]!
  const [alive, strong] = [await count('alive'), await count('strong')]
  await app.db.tx((tx) => updateRepository(tx, 20, { filesLeft: 0 }))
  expect(await count('alive')).toBe(alive - 1)
  await logChange(1002, 'disabled')
  expect(await count('alive')).toBe(alive - 2)
  await app.db.tx((tx) => updateRepository(tx, 40, { availability: 'gone' }))
  expect(await count('alive')).toBe(alive - 2)
  expect(await count('strong')).toBe(strong)
})
