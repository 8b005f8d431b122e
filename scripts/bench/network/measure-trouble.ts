import { spawn } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import type { Weather } from '../../../test/practice-github/house/weather.ts'
import type { ScanReport } from '../../../server/tasks/scan/scan-report.ts'
import { keptOf } from './kept-answers.ts'
import { listMatches, scanWords, withNetwork, type Settings } from './prepare-work.ts'
import type { AnsweredRequest } from './serve.ts'
import type { RunningNetwork } from './start-network.ts'

const KILLS = 10
/** Milliseconds in which a command loads and asks for nothing yet. */
const START_UP = 800
/** Runs after which a scan that is not complete counts as failed. */
const MOST_RUNS = 20

const faults = {
  badGateway: { badGateway: 0.05 },
  resets: { reset: 0.05 },
  truncated: { truncated: 0.05 },
  'secondary limits': { secondary: 0.03 },
  'slow pages': { slow: 0.2, slowBy: 500 },
  'all together': {
    badGateway: 0.04,
    reset: 0.04,
    truncated: 0.04,
    serverError: 0.02,
    secondary: 0.01,
    slow: 0.1,
    slowBy: 500,
  },
} satisfies Record<string, Weather>

/** Ten kills at random moments of a scan: what it found, what it asked twice. */
export async function measureKills(forks: number): Promise<string> {
  return await withNetwork({ forks, latency: 50 }, async ({ network, openWork }) => {
    const calm = await openWork()
    const undisturbed = await runToItsEnd(network, calm)
    const expected = await listMatches(calm)

    const settings = await openWork()
    const kept = new Set<string>()
    const all: AnsweredRequest[] = []
    let twice = 0
    let kills = 0
    const note = async () => {
      const sent = await network.requests()
      const asked = { objects: sent.flatMap((r) => r.objects), pages: sent.flatMap((r) => r.page ?? []) }
      twice += [...asked.objects, ...asked.pages].filter((key) => kept.has(key)).length
      all.push(...sent)
      return asked
    }
    while (kills < KILLS) {
      // Spread over the whole of the scan, which is that much shorter after each of them.
      const after = START_UP + (Math.random() * 2 * (undisturbed.seconds * 1000 - START_UP)) / (KILLS + 2)
      if (!(await killAfter(network, settings, after))) break
      kills++
      for (const key of await keptOf(settings.CLAWBACK_DATA, await note())) kept.add(key)
    }
    const last = await runToItsEnd(network, settings, note)
    const same = isDeepStrictEqual(await listMatches(settings), expected)
    return [
      `network of ${forks} forks, ${kills} kills at random moments: ${last.status}, ${same ? 'the same' : 'OTHER'} ${expected.length} matches`,
      `${all.length} requests (${undisturbed.requests.length} undisturbed), ${kept.size} answers kept, ${twice} of them asked for again`,
      `${unasked(all)} while a budget was spent`,
    ].join(', ')
  })
}

/** Every kind of faulty weather alone and together, and budgets that do not suffice, against an undisturbed run. */
export async function measureWeather(forks: number): Promise<string> {
  const expected = await withNetwork({ forks, latency: 50 }, async ({ network, openWork }) => {
    const calm = await openWork()
    await runToItsEnd(network, calm)
    return await listMatches(calm)
  })
  const lines: string[] = []
  for (const [name, weather] of Object.entries(faults)) {
    const order = { forks, latency: 50, weather: { seed: 3, ...weather } }
    lines.push(
      await withNetwork(order, async ({ network, openWork }) => {
        const settings = await openWork()
        const run = await runToItsEnd(network, settings)
        const same = isDeepStrictEqual(await listMatches(settings), expected)
        return [
          `  ${name}: ${run.status} in ${run.runs} ${run.runs === 1 ? 'run' : 'runs'}, ${run.seconds.toFixed(0)} s`,
          `${run.requests.length} requests`,
          `${same ? 'the same' : 'OTHER'} ${expected.length} matches`,
          `${unasked(run.requests)} while a budget was spent`,
        ].join(', ')
      }),
    )
  }
  return [`network of ${forks} forks in faulty weather, 50 ms latency:`, ...lines].join('\n')
}

interface WholeRun {
  status: string
  runs: number
  seconds: number
  requests: AnsweredRequest[]
}

/** The same command until it is complete, as a person would run it. */
async function runToItsEnd(
  network: RunningNetwork,
  settings: Settings,
  note?: () => Promise<unknown>,
): Promise<WholeRun> {
  if (note === undefined) await network.requests()
  const started = Date.now()
  let status = 'incomplete'
  let runs = 0
  while (status !== 'complete' && runs < MOST_RUNS) {
    runs++
    const { stdout } = await start(network, settings).ended
    status = (JSON.parse(stdout) as ScanReport).scan.status
  }
  const seconds = (Date.now() - started) / 1000
  if (note !== undefined) await note()
  return { status, runs, seconds, requests: note === undefined ? await network.requests() : [] }
}

/** Whether it was killed; a scan that ends before its time is not. */
async function killAfter(
  network: RunningNetwork,
  settings: Settings,
  milliseconds: number,
): Promise<boolean> {
  const { child, ended } = start(network, settings)
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const { killed } = await ended
  clearTimeout(timer)
  return killed
}

function start(network: RunningNetwork, settings: Settings) {
  const child = spawn(process.execPath, scanWords(network), {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let stdout = ''
  child.stdout.on('data', (part) => (stdout += String(part)))
  const ended = new Promise<{ stdout: string; killed: boolean }>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (_, signal) => resolve({ stdout, killed: signal === 'SIGKILL' }))
  })
  return { child, ended }
}

function unasked(requests: readonly AnsweredRequest[]): number {
  return requests.filter((request) => request.unasked).length
}
