import { expect, it } from 'vitest'
import { listAlerts } from '../../db/queries/alerts.ts'
import { listMatches } from '../../server/tasks/list-matches.ts'
import { openWorker } from '../../server/worker.ts'
import { leakedFiles } from '../leak.ts'
import { defineWorld } from '../practice-github/world/definition.ts'
import { startStory } from './tasks/recheck/story.ts'

const leak = leakedFiles(2)
const never = new AbortController().signal
const noticeUrl = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'
const hour = 3_600_000

it('rechecks on schedule, goes on after a failing GitHub, and tells each thing once', async () => {
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
  const done: object[] = []
  const failed: string[] = []
  const open = () =>
    openWorker(app, {
      tellDone: (one) => done.push(one),
      tellFailure: ({ kind, code }) => failed.push(`${kind} ${code}`),
    })
  const worker = await open()
  await worker.runDue(never)
  done.length = 0

  // Nothing is due within the hour, however often somebody looks.
  await worker.runDue(never)
  expect(done.filter((one) => 'checked' in one)).toEqual([])

  github.world.disable('eve/leak', noticeUrl)
  github.world.disable('ann/fork', noticeUrl)
  github.advance(2 * hour)
  const until = github.now().getTime() + hour
  github.plan({ kind: 'server-error', times: Infinity, when: () => github.now().getTime() < until })
  await worker.runDue(never)
  expect(failed).toEqual(['recheck GITHUB_UNREACHABLE'])
  expect((await listMatches(app, 'orbit', {})).map(({ availability }) => availability)).not.toContain('gone')

  // Another process goes on where this one was killed.
  for (let left = 0; left < 6; left++) {
    github.advance(hour)
    await (await open()).runDue(never)
  }
  const alerts = await listAlerts(app.db, { limit: 10 })
  expect(alerts.map(({ kind }) => kind)).toEqual(['overreach'])
  expect(alerts[0]!.text).toContain('ann/fork')
})
