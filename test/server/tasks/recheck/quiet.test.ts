import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { recheck } from '../../../../server/tasks/recheck/recheck.ts'
import { leakedFiles } from '../../../leak.ts'
import type { Limits } from '../../../practice-github/house/limits.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { startStory } from './story.ts'

const leak = leakedFiles(2)
const hour = 3_600_000

/** An official repository, a leak that a notice names, and so many untouched forks of it: `size` in all. */
async function startQuiet(size: number, limits: Partial<Limits> = {}) {
  const world = defineWorld({
    startsAt: '2026-11-02T00:00:00Z',
    repositories: [
      { owner: 'orbit', name: 'sdk', files: { 'lib/client.ts': 'export const client = 1\n' } },
      { owner: 'eve', name: 'leak', files: leak },
      // An untouched fork shares everything with its root: a copy, and cheap to make.
      ...Array.from({ length: size - 2 }, (_, i) => ({
        owner: `user-${i}`,
        name: 'leak',
        forkOf: 'eve/leak',
      })),
    ],
  })
  const story = await startStory({
    world,
    leak,
    official: ['orbit/sdk'],
    startsAt: '2026-11-02T09:00:00Z',
    limits,
    // Whether answers are as GitHub describes them is looked at where requests are few.
    checkResponses: false,
  })
  await story.claim({ networks: ['eve/leak'], name: ['eve/leak'] })
  return story
}

const nothing = { changes: [], renamed: [], overreach: [], couldNotTell: [] }

it('10,000 quiet repositories take at most 210 requests, and no more memory as they go', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const { app, github } = await startQuiet(10_000)
  // The first look after a scan, and the next one.
  for (let round = 0; round < 2; round++) {
    github.advance(hour)
    const before = github.requests.length
    const heap: number[] = []
    const report = await recheck(app, { work: 'orbit', notice: null }, ({ done = 0 }) => {
      if (done % 2500 !== 0) return
      collect()
      heap.push(process.memoryUsage().heapUsed / 1024 ** 2)
    })
    expect(report).toMatchObject({ checked: 10_000, ...nothing })
    expect(github.requests.length - before).toBeLessThanOrEqual(210)
    expect(heap).toHaveLength(4)
    expect(heap.at(-1)! - heap[0]!).toBeLessThan(10)
  }
}, 280_000)

it('a day of schedules stays within the hourly budgets', async () => {
  // A tenth of the repositories, and a tenth of GitHub's budgets: more would be refused.
  const story = await startQuiet(1000, { core: 500, graphql: 500 })
  const { github } = story
  const before = github.requests.length
  for (let quarter = 0; quarter < 4 * 24; quarter++) {
    github.advance(hour / 4)
    expect(await story.recheckDue()).toMatchObject(nothing)
  }
  const day = github.requests.slice(before)
  expect(day.length).toBeGreaterThan(100)
  expect(day.filter(({ status }) => status >= 400)).toEqual([])
}, 120_000)
