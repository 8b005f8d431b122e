import { describe, expect, it } from 'vitest'
import { listAlerts } from '../../../../db/queries/alerts.ts'
import { summarizeScan } from '../../../../server/http/view/scan-summary.ts'
import { showLatestScan } from '../../../../server/tasks/scan/show-latest-scan.ts'
import { listSchedules } from '../../../../server/tasks/schedule/list-schedules.ts'
import { removeSchedule } from '../../../../server/tasks/schedule/remove-schedule.ts'
import { scanDue } from '../../../../server/tasks/schedule/scan-due.ts'
import { setSchedule } from '../../../../server/tasks/schedule/set-schedule.ts'
import { watchWork } from '../../../../server/tasks/schedule/watch-work.ts'
import { leak, smallNetwork, withNetwork, type NetworkStory } from '../scan/network-story.ts'

const hour = 3_600_000
const never = new AbortController().signal

/** A network of a few forks on a schedule of every six hours. */
async function withSchedule(story: (told: NetworkStory) => Promise<void>): Promise<void> {
  const network = smallNetwork(20)
  await withNetwork({ network }, async (told) => {
    await setSchedule(told.app, {
      work: 'tk',
      pattern: '0 */6 * * *',
      probes: null,
      repositories: [],
      networks: [network.official],
    })
    await story(told)
  })
}

describe('a schedule', () => {
  it('has a work scanned when it comes round, once, and tells of copies that are new since', async () => {
    await withSchedule(async ({ app, github, network, found }) => {
      expect(await scanDue(app, never)).toEqual([])
      github.advance(6 * hour)
      const [first] = await scanDue(app, never)
      expect(first).toMatchObject({ work: 'tk', status: 'complete' })
      expect([...first!.newCopies].sort()).toEqual([...network.copies].sort())
      expect(await scanDue(app, never)).toEqual([])
      // Whoever starts the first scan reads it; nobody need be woken for it.
      expect(await listAlerts(app.db, { limit: 9 })).toEqual([])

      github.world.fork(network.leak, 'born/toolkit')
      github.world.push(network.clean[2]!, { files: leak })
      github.advance(3 * 24 * hour)
      const expected = ['born/toolkit', network.clean[2]!].sort()
      const [second, ...others] = await scanDue(app, never)
      expect([...second!.newCopies].sort()).toEqual(expected)
      expect(others).toEqual([])
      expect((await found()).strong).toEqual(expect.arrayContaining(expected))
      const alerts = await listAlerts(app.db, { limit: 9 })
      expect(alerts).toMatchObject([{ kind: 'new-copies', text: expect.stringContaining('born/toolkit') }])

      const shown = summarizeScan('tk', await showLatestScan(app, 'tk'))
      expect(shown?.coverage.rows[0]).toMatchObject({
        name: 'New in this scan',
        value: expect.stringContaining('born/toolkit'),
      })

      github.advance(6 * hour)
      expect(await scanDue(app, never)).toMatchObject([{ newCopies: [] }])
      expect(await listAlerts(app.db, { limit: 9 })).toHaveLength(1)
    })
  })

  it('goes on with what could not be told before it comes round again', async () => {
    await withSchedule(async ({ app, github, found, network }) => {
      github.advance(6 * hour)
      const when = ({ graphql = '' }) => graphql.includes('forks(first: $first')
      github.plan({ kind: 'server-error', when, times: 10 })
      expect(await scanDue(app, never)).toMatchObject([{ status: 'incomplete' }])
      expect(await scanDue(app, never)).toEqual([])
      github.advance(hour / 2)
      expect(await scanDue(app, never)).toMatchObject([{ status: 'incomplete' }])
      github.advance(hour / 2)
      expect(await scanDue(app, never)).toMatchObject([{ status: 'complete' }])
      expect((await found()).strong).toEqual([...network.copies].sort())
    })
  })

  it('stops between two requests when it is told to, and goes on later', async () => {
    await withSchedule(async ({ app, github, found, network }) => {
      github.advance(6 * hour)
      const stop = new AbortController()
      github.plan({
        kind: 'slow',
        when: ({ graphql = '' }) => {
          if (graphql.includes('forks(first: $first')) stop.abort()
          return false
        },
      })
      expect(await scanDue(app, stop.signal)).toEqual([])
      const sent = github.requests.length
      expect(await scanDue(app, stop.signal)).toEqual([])
      expect(github.requests).toHaveLength(sent)
      github.advance(hour)
      expect(await scanDue(app, never)).toMatchObject([{ status: 'complete' }])
      expect((await found()).strong).toEqual([...network.copies].sort())
    })
  })

  it('is listed with its next time, is replaced by another, and goes', async () => {
    await withSchedule(async ({ app, github, network }) => {
      expect(await listSchedules(app)).toMatchObject([
        {
          work: 'tk',
          pattern: '0 */6 * * *',
          networks: [network.official],
          next: '2026-04-02T06:00:00.000Z',
        },
      ])
      await setSchedule(app, { work: 'tk', pattern: '30 1 * * *', probes: 3, repositories: [], networks: [] })
      expect(await listSchedules(app)).toMatchObject([{ pattern: '30 1 * * *', probes: 3, networks: [] }])
      expect(await removeSchedule(app, 'tk')).toBe(true)
      expect(await removeSchedule(app, 'tk')).toBe(false)
      github.advance(48 * hour)
      expect(await scanDue(app, never)).toEqual([])
    })
  })
})

it('a watch scans again when its pattern comes round, tells of new copies alone, and ends when told to', async () => {
  const network = smallNetwork(20)
  await withNetwork({ network }, async ({ app, github }) => {
    const stop = new AbortController()
    const naps: number[] = []
    const lines: string[] = []
    const nap = (milliseconds: number) => {
      naps.push(milliseconds)
      github.advance(milliseconds)
      if (naps.length === 2) github.world.fork(network.leak, 'born/toolkit')
      if (naps.length === 3) stop.abort()
      return Promise.resolve()
    }
    const input = {
      work: 'tk',
      probes: null,
      repositories: [],
      networks: [network.official],
      tipsFile: null,
      resume: false,
    }
    const watched = await watchWork(
      { ...app, nap },
      { input, pattern: '0 * * * *', signal: stop.signal },
      { progress: () => undefined, tell: (line) => lines.push(line) },
    )
    expect(watched).toMatchObject({ runs: 3, latest: { scan: { status: 'complete' } } })
    expect(watched.newCopies).toHaveLength(network.copies.length + 1)
    expect(watched.latest?.newCopies).toEqual([{ repository: 'born/toolkit', strength: 'strong' }])
    expect(lines.filter((line) => line.startsWith('No new copies'))).toHaveLength(1)
    expect(naps.every((milliseconds) => milliseconds <= hour)).toBe(true)
  })
})
