import { expect, it } from 'vitest'
import { listMatches } from '../../../../server/tasks/list-matches.ts'
import { askForRecheck } from '../../../../server/tasks/recheck/ask-for-recheck.ts'
import { openWorker } from '../../../../server/worker.ts'
import { leakedFiles } from '../../../leak.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'
import { startStory } from './story.ts'

const leak = leakedFiles(2)
const never = new AbortController().signal
const noticeUrl = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'

it('what somebody asks about is looked at again by the worker at once, and nothing else', async () => {
  const { app, github, claim } = await startStory({
    leak,
    startsAt: '2026-11-02T09:00:00Z',
    world: defineWorld({
      startsAt: '2026-11-01T00:00:00Z',
      repositories: [
        { owner: 'eve', name: 'leak', files: leak },
        { owner: 'ann', name: 'fork', forkOf: 'eve/leak' },
      ],
    }),
  })
  await claim({ networks: ['eve/leak'], name: ['eve/leak'] })
  const failed: string[] = []
  const worker = await openWorker(app, {
    tellDone: () => undefined,
    tellFailure: ({ kind, code }) => failed.push(`${kind} ${code}`),
  })
  await worker.runDue(never)
  github.world.disable('eve/leak', noticeUrl)
  github.world.disable('ann/fork', noticeUrl)
  await worker.runDue(never)
  const matches = await listMatches(app, 'orbit', {})
  const { id } = matches.find(({ repository }) => repository === 'ann/fork')!

  expect(await askForRecheck(app, { work: 'orbit', selection: { repositories: [id] } })).toEqual({ asked: 1 })
  await worker.runDue(never)

  const now = await listMatches(app, 'orbit', {})
  expect(now.map(({ repository, availability }) => `${repository} ${availability}`).sort()).toEqual([
    'ann/fork disabled',
    `eve/leak ${matches.find(({ repository }) => repository === 'eve/leak')!.availability}`,
  ])
  expect(failed).toEqual([])
  await worker.close()
})
