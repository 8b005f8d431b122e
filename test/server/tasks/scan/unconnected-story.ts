import { connectGitHub } from '../../../../server/connect-github.ts'
import { addBaseline } from '../../../../server/tasks/add-baseline.ts'
import { addWork } from '../../../../server/tasks/add-work.ts'
import { listMatches, type MatchRow } from '../../../../server/tasks/list-matches.ts'
import type { ScanInput } from '../../../../server/tasks/scan/plan-scan.ts'
import type { ScanReport } from '../../../../server/tasks/scan/scan-report.ts'
import { runScan, type ScanApp } from '../../../../server/tasks/scan/run-scan.ts'
import { writeFolder } from '../../../leak.ts'
import { openTestApp } from '../../../open-test-app.ts'
import type { PracticeGitHub, PracticeOptions } from '../../../practice-github/start.ts'
import { withPracticeGitHub } from '../../../practice-github/with-practice-github.ts'
import { fixtureFiles } from '../../../practice-github/worlds/fixture-files.ts'
import {
  PUBLIC_FILE,
  unconnected,
  type UnconnectedTruth,
} from '../../../practice-github/worlds/unconnected.ts'

const quiet = () => undefined
const leak = fixtureFiles('incident/leak')

export interface UnconnectedStory {
  app: ScanApp
  github: PracticeGitHub
  truth: UnconnectedTruth
  scan: (input?: Partial<ScanInput>) => Promise<ScanReport>
  matches: () => Promise<MatchRow[]>
}

/** The 400 unconnected repositories, on a clock that only waiting moves on; some are withdrawn while they are searched. */
export async function withUnconnected(
  options: Omit<PracticeOptions, 'world'>,
  story: (told: UnconnectedStory) => Promise<void>,
): Promise<void> {
  const { world, truth } = unconnected()
  const start = new Date('2026-06-05T09:00:00Z')
  const limits = { treeEntries: 60, ...options.limits }
  await withPracticeGitHub({ world, clock: () => start, ...options, limits }, async (github) => {
    const opened = await openTestApp({ apiUrl: github.url })
    const sleep = async (milliseconds: number) => {
      const until = github.now().getTime() + milliseconds
      // Those who wait at the same time wait for the same time.
      await Promise.resolve()
      github.advance(Math.max(0, until - github.now().getTime()))
    }
    const connect: ScanApp['connect'] = (scanId) =>
      Promise.resolve(connectGitHub({ ...opened, clock: github.now, sleep }, scanId))
    const app: ScanApp = { ...opened, clock: github.now, connect }
    await addWork(
      opened,
      { source: await writeFolder(leak), title: 'Sluicegate', owner: 'Fennmark Ltd', official: [] },
      quiet,
    )
    const open = await writeFolder({ [PUBLIC_FILE]: leak[PUBLIC_FILE]! })
    await addBaseline(opened, { work: 'sluicegate', source: open, reason: 'published under MIT' }, quiet)
    const input: ScanInput = {
      work: 'sluicegate',
      probes: null,
      repositories: [],
      networks: [],
      tipsFile: null,
      resume: false,
    }
    let isSearching = true
    const progress = ({ step }: { step: string }) => {
      if (!isSearching || step !== 'examining repositories') return
      isSearching = false
      for (const name of truth.withdrawn) github.world.makePrivate(name)
    }
    await story({
      app,
      github,
      truth,
      scan: (more = {}) => runScan(app, { ...input, ...more }, progress),
      matches: () => listMatches(opened, 'sluicegate', {}),
    })
  })
}
