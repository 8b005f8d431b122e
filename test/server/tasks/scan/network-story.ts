import { writeProgramText } from '../../../../scripts/bench/program-text.ts'
import { connectGitHub } from '../../../../server/connect-github.ts'
import { addWork } from '../../../../server/tasks/add-work.ts'
import { listMatches, type MatchRow } from '../../../../server/tasks/list-matches.ts'
import type { ProgressReport } from '../../../../server/tasks/progress.ts'
import { runScan, type ScanApp, type ScanOutcome } from '../../../../server/tasks/scan/run-scan.ts'
import { leakedFiles, writeFolder } from '../../../leak.ts'
import { openTestApp } from '../../../open-test-app.ts'
import type { PracticeGitHub, PracticeOptions } from '../../../practice-github/start.ts'
import { withPracticeGitHub } from '../../../practice-github/with-practice-github.ts'
import { networkOf, type LargeNetwork } from '../../../practice-github/worlds/network-of.ts'

export const leak = leakedFiles()

export const officialFiles = {
  'README.md': '# Toolkit\n',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`src/area-${i % 4}/part-${i}.ts`, writeProgramText(50 + i, 900)]),
  ),
}

/** A small network with every state a fork can be in: two pages of forks, a dozen copies in it. */
export function smallNetwork(forks = 130): LargeNetwork {
  return networkOf(forks, { officialFiles, leak, leakForks: 12, editedShare: 0.2 })
}

const quiet = () => undefined

export interface NetworkStory {
  /** What every task works with, on the clock of the practice GitHub. */
  app: ScanApp
  github: PracticeGitHub
  network: LargeNetwork
  /** What the scans told of their progress. */
  told: ProgressReport[]
  /** Scans the network of the official repository; `as` is another client than the first one. */
  scan: () => Promise<ScanOutcome>
  /** The strong matches by name, and everything that a match says. */
  found: () => Promise<{ strong: string[]; whole: unknown[] }>
}

/** The network on a practice GitHub, with a clock that only waiting moves on: an hour's wait takes no time. */
export async function withNetwork(
  options: Omit<PracticeOptions, 'world'> & { network?: LargeNetwork; tokens?: string[] },
  story: (told: NetworkStory) => Promise<void>,
): Promise<void> {
  const { network = smallNetwork(), tokens, ...practice } = options
  const start = new Date('2026-04-02T00:00:00Z')
  await withPracticeGitHub({ world: network.world, clock: () => start, ...practice }, async (github) => {
    const app = await openTestApp({ apiUrl: github.url, ...(tokens === undefined ? {} : { tokens }) })
    const patient: ScanApp = {
      ...app,
      clock: github.now,
      connect: (scanId, signal) =>
        Promise.resolve(connectGitHub({ ...app, clock: github.now, sleep: wait(github) }, scanId, signal)),
    }
    await addWork(
      app,
      {
        source: await writeFolder(leak),
        title: 'Toolkit',
        owner: 'O',
        slug: 'tk',
        official: [network.official],
      },
      quiet,
    )
    const input = { work: 'tk', probes: null, repositories: [], tipsFile: null, resume: false }
    const told: ProgressReport[] = []
    await story({
      app: patient,
      github,
      network,
      told,
      scan: () => runScan(patient, { ...input, networks: [network.official] }, (report) => told.push(report)),
      async found() {
        const whole = await listMatches(app, 'tk', {})
        const strong = whole.filter((match) => match.strength === 'strong')
        return { strong: strong.map(({ repository }) => repository).sort(), whole: whole.map(withoutTimes) }
      },
    })
  })
}

function wait(github: PracticeGitHub) {
  return async (milliseconds: number) => {
    const until = github.now().getTime() + milliseconds
    // Those who wait at the same time wait for the same time.
    await Promise.resolve()
    github.advance(Math.max(0, until - github.now().getTime()))
  }
}

function withoutTimes({ firstSeenAt: _, ...match }: MatchRow): unknown {
  return match
}
