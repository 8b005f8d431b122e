import { describe, expect, it } from 'vitest'
import { readLatestEvents } from '../../../../db/events/read-latest-events.ts'
import { findPulse } from '../../../../db/queries/scan-pulses.ts'
import { findLatestScan } from '../../../../db/queries/scans.ts'
import { endPause, pauseLatestScan, pauseScan } from '../../../../server/tasks/scan/pause-scan.ts'
import { runScan } from '../../../../server/tasks/scan/run-scan.ts'
import { scanDue } from '../../../../server/tasks/schedule/scan-due.ts'
import { setSchedule } from '../../../../server/tasks/schedule/set-schedule.ts'
import { requireWork } from '../../../../server/tasks/find-work.ts'
import { smallNetwork, withNetwork, type NetworkStory } from './network-story.ts'

const hour = 3_600_000
const never = new AbortController().signal

/** Somebody pauses the scan while its forks are listed. */
async function withPausedScan(story: (told: NetworkStory, id: number) => Promise<void>): Promise<void> {
  const network = smallNetwork(130)
  // The first page takes long enough for the pause to be noticed; the second one is never asked for.
  await withNetwork({ network, weather: { slowBy: 2500 } }, async (told) => {
    const { app, github, scan } = told
    const work = await requireWork(app.db, 'tk')
    let paused: Promise<unknown> | undefined
    github.plan({
      kind: 'slow',
      when: ({ graphql = '' }) => {
        if (!graphql.includes('forks(first: $first')) return false
        paused = pauseLatestScan({ ...app, actor: 'ada' }, 'tk')
        return true
      },
    })
    const outcome = await scan()
    await paused
    expect(outcome.scan).toMatchObject({ status: 'incomplete', paused: { by: 'ada' } })
    expect(outcome.scan.reasons[0]).toContain('paused by ada at 2026-04-02T')
    await story(told, (await findLatestScan(app.db, work.id))!.id)
  })
}

describe('a paused scan', () => {
  it('asks nothing more, goes on for no schedule and no scan of the same kind, and finds all once it is resumed', async () => {
    await withPausedScan(async ({ app, github, network, scan, found }) => {
      const sent = github.requests.length
      await setSchedule(app, {
        work: 'tk',
        pattern: '0 * * * *',
        probes: null,
        repositories: [],
        networks: [network.official],
      })
      github.advance(5 * hour)
      expect(await scanDue(app, never)).toEqual([])
      expect(github.requests).toHaveLength(sent)
      await expect(scan()).rejects.toMatchObject({ code: 'SCAN_PAUSED', exitCode: 3 })

      const input = { work: 'tk', probes: null, repositories: [], networks: [], tipsFile: null, resume: true }
      const { scan: ended } = await runScan(app, input, () => undefined)
      expect(ended).toMatchObject({ status: 'complete', paused: null, reasons: [] })
      expect((await found()).strong).toEqual([...network.copies].sort())
    })
  })

  it('is paused in the database: it stays so whoever looks, and each change of it is in the log', async () => {
    await withPausedScan(async ({ app, network }, id) => {
      const work = await requireWork(app.db, 'tk')
      expect(await findLatestScan(app.db, work.id)).toMatchObject({ status: 'incomplete', pausedBy: 'ada' })
      expect((await findPulse(app.db, id))?.step).toContain(network.official)
      await pauseScan({ ...app, actor: 'grace' }, 'tk', id)
      expect(await findLatestScan(app.db, work.id)).toMatchObject({ pausedBy: 'ada' })
      await endPause({ ...app, actor: 'grace' }, work, id)
      await endPause({ ...app, actor: 'grace' }, work, id)
      expect(await findLatestScan(app.db, work.id)).toMatchObject({ pausedAt: null, pausedBy: null })
      const events = await readLatestEvents(app.db, { limit: 9 })
      const told = events.filter(({ kind }) => kind.includes('pause'))
      expect(told.map(({ kind, actor, subject }) => `${kind} ${actor} ${subject}`)).toEqual([
        `scan.unpaused grace scan:${id}`,
        `scan.paused ada scan:${id}`,
      ])
    })
  })
})

it('what has ended, and what is no scan of this work, is not paused', async () => {
  await withNetwork({ network: smallNetwork(20) }, async ({ app, scan }) => {
    await expect(pauseLatestScan(app, 'tk')).rejects.toMatchObject({ code: 'SCAN_NOTHING_TO_PAUSE' })
    const { scan: ended } = await scan()
    await expect(pauseScan(app, 'tk', ended.id)).rejects.toMatchObject({ code: 'SCAN_ENDED' })
    await expect(pauseScan(app, 'tk', ended.id + 1)).rejects.toMatchObject({ code: 'SCAN_UNKNOWN' })
    await expect(pauseScan(app, 'nothing', ended.id)).rejects.toMatchObject({ code: 'WORK_UNKNOWN' })
  })
})
