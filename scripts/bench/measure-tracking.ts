import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { composeFrom, type App } from '../../server/compose.ts'
import { readConfig } from '../../server/config.ts'
import { connectGitHub } from '../../server/connect-github.ts'
import { addWork } from '../../server/tasks/add-work.ts'
import { draftWorkNotices } from '../../server/tasks/notice/draft-notices.ts'
import { recordNoticeSent } from '../../server/tasks/notice/record-notice-sent.ts'
import { signNotice } from '../../server/tasks/notice/sign-notice.ts'
import { recheck, recheckDue, type RecheckReport } from '../../server/tasks/recheck/recheck.ts'
import { reviewMatches } from '../../server/tasks/review-matches.ts'
import { runScan } from '../../server/tasks/scan/run-scan.ts'
import { setClaimant } from '../../server/tasks/set-claimant.ts'
import type { LoggedRequest } from '../../test/practice-github/house/request-log.ts'
import { startPracticeGitHub, type PracticeGitHub } from '../../test/practice-github/start.ts'
import { defineWorld } from '../../test/practice-github/world/definition.ts'
import { leak } from './network/files.ts'

const HOUR = 3_600_000
const quietly = () => undefined
const never = new AbortController().signal

/**
 * So many quiet repositories, all in the network of one that a notice names: what one recheck of all of them asks,
 * and what a day of schedules takes from GitHub's hourly budgets, in a clock that is moved on.
 */
export async function measureTracking(size: number): Promise<string> {
  const github = await startPracticeGitHub({
    world: quietWorld(size),
    clock: () => new Date('2026-11-02T09:00:00Z'),
    // Its searches alone are given more: there are none in a recheck.
    limits: { codeSearch: 1000, search: 1000 },
    checkResponses: false,
  })
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  const app = await openApp(folder, github)
  try {
    await nameFirst(app, folder)
    const rounds = [await measureRound(app, github, size), await measureRound(app, github, size)]
    const day = await measureDay(app, github)
    return [`tracking: ${size} quiet repositories, one of them named`, ...rounds, ...day].join('\n')
  } finally {
    await app.close()
    await github.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function quietWorld(size: number) {
  return defineWorld({
    startsAt: '2026-11-02T00:00:00Z',
    repositories: [
      { owner: 'eve', name: 'leak', files: leak },
      ...Array.from({ length: size - 1 }, (_, at) => ({
        owner: `user-${at}`,
        name: 'leak',
        forkOf: 'eve/leak',
      })),
    ],
  })
}

async function openApp(folder: string, github: PracticeGitHub): Promise<App> {
  const environment = {
    CLAWBACK_DATA: join(folder, 'data'),
    GITHUB_TOKEN: 'bench',
    GITHUB_API_URL: github.url,
  }
  const app = await composeFrom(readConfig(environment, folder), environment, github.now)
  const { config, db, content } = app
  const sleep = (milliseconds: number) => {
    github.advance(milliseconds)
    return Promise.resolve()
  }
  const connect: App['connect'] = (scanId) =>
    Promise.resolve(connectGitHub({ config, db, content, clock: github.now, sleep }, scanId))
  return { ...app, sleep, connect }
}

async function nameFirst(app: App, folder: string): Promise<void> {
  const source = join(folder, 'work')
  for (const [path, text] of Object.entries(leak)) {
    await mkdir(dirname(join(source, path)), { recursive: true })
    await writeFile(join(source, path), text)
  }
  await addWork(app, { source, title: 'Orbit', owner: 'Orbit Inc.', official: [] }, quietly)
  await setClaimant(app, 'orbit', claimant)
  const scan = { probes: 0, repositories: [], networks: ['eve/leak'], tipsFile: null, resume: false }
  await runScan(app, { work: 'orbit', ...scan }, quietly)
  await reviewMatches(app, { work: 'orbit', repositories: ['eve/leak'], ...decision })
  const draft = { work: 'orbit', only: ['eve/leak'], except: [], kind: 'takedown' as const, about: null }
  for (const { id } of (await draftWorkNotices(app, draft)).notices) {
    await signNotice(app, { id, name: claimant.name })
    await recordNoticeSent(app, { id, channel: 'form', ticket: '1234567', at: null })
  }
}

const claimant = {
  name: 'Ada Diaz',
  role: 'agent' as const,
  organization: 'Orbit Inc.',
  authority: 'General counsel of the owner',
  email: 'legal@orbit.example',
  phone: '+1 555 0100',
}
const decision = {
  decision: 'infringing',
  reviewer: 'Ada Diaz',
  reason: 'compared side by side',
  fairUse: 'all of a private work, nothing added',
}

async function measureRound(app: App, github: PracticeGitHub, size: number): Promise<string> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  github.advance(HOUR)
  const before = github.requests.length
  const heap: number[] = []
  const report = await recheck(app, { work: null, notice: null }, ({ done = 0 }) => {
    if (done % (size / 4) !== 0) return
    collect()
    heap.push(process.memoryUsage().heapUsed / 1_000_000)
  })
  requireQuiet(report)
  const asked = github.requests.slice(before)
  const grown = heap.at(-1)! - heap[0]!
  return `  all of them at once: ${report.checked} told, ${spentOf(asked)}; heap ${heap.map((mb) => mb.toFixed(0)).join(', ')} MB (${grown >= 0 ? '+' : ''}${grown.toFixed(1)})`
}

async function measureDay(app: App, github: PracticeGitHub): Promise<string[]> {
  const before = github.requests.length
  const started = github.now().getTime()
  for (let quarter = 0; quarter < 4 * 24; quarter++) {
    github.advance(HOUR / 4)
    requireQuiet(await recheckDue(app, quietly, never))
  }
  const day = github.requests.slice(before)
  const hours = Array.from({ length: 25 }, (_, hour) =>
    day.filter(({ at }) => Math.floor((at.getTime() - started) / HOUR) === hour),
  )
  const most = (bucket: string) => Math.max(...hours.map((hour) => costOf(hour, bucket)))
  const refused = day.filter(
    ({ status, overBudget, duringPause }) => status >= 400 || overBudget || duringPause,
  )
  return [
    `  a day of schedules: ${spentOf(day)}; refused ${refused.length}`,
    `  most in an hour: graphql ${most('graphql')} of 5,000 points, core ${most('core')} of 5,000`,
  ]
}

function spentOf(requests: readonly LoggedRequest[]): string {
  return `${requests.length} requests (graphql ${costOf(requests, 'graphql')} points, core ${costOf(requests, 'core')})`
}

function costOf(requests: readonly LoggedRequest[], bucket: string): number {
  return requests.filter((one) => one.bucket === bucket).reduce((sum, { cost }) => sum + cost, 0)
}

/** A bench of what was not looked at would be quick. */
function requireQuiet({ changes, couldNotTell, overreach }: RecheckReport): void {
  const wrong = changes.length + couldNotTell.length + overreach.length
  if (wrong > 0) throw new Error(`${wrong} of the quiet repositories were not quiet`)
}
