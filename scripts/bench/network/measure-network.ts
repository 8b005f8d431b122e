import type { ScanReport } from '../../../server/tasks/scan/scan-report.ts'
import { run } from '../measure.ts'
import { leak } from './files.ts'
import { scanNaively } from './naive.ts'
import { listMatches, percent, scanWords, withNetwork, type Settings } from './prepare-work.ts'
import type { RunningNetwork } from './start-network.ts'

/** GitHub's points an hour: what a scan must share with everything else. */
const HOURLY = 5000

/** A network of so many forks judged one by one; then again unchanged; then after twenty were pushed or born. */
export async function measureNetwork(forks: number): Promise<string> {
  return await withNetwork({ forks, latency: 50 }, async ({ network, openWork }) => {
    const settings = await openWork()
    const { copies } = network.truth
    const lines = [await scanOnce('first', network, settings, copies)]
    lines.push(await scanOnce('again, unchanged', network, settings, copies))
    const fresh = await network.move()
    lines.push(await scanOnce('after 20 were pushed or born', network, settings, [...copies, ...fresh]))
    return [`network of ${forks} forks, 50 ms latency:`, ...lines].join('\n')
  })
}

/** The naive way on the same network, run to its end: no limit stops it here. */
export async function measureNaive(forks: number): Promise<string> {
  const order = { forks, latency: 50, budgets: { core: 1_000_000 }, noSecondaryLimits: true }
  return await withNetwork(order, async ({ network }) => {
    const { official, copies } = network.truth
    const { requests, seconds, judged, found } = await scanNaively(network.url, official, leak)
    const right = found.filter((repository) => copies.includes(repository)).length
    return [
      `network of ${forks} forks, naive way (list, one tree a fork): ${judged} looked at in ${seconds.toFixed(1)} s without limits`,
      `${requests} requests, ${Math.ceil(requests / HOURLY)} hours' budgets`,
      `precision ${percent(right, found.length)}, recall ${percent(right, copies.length)} of ${copies.length}`,
    ].join(', ')
  })
}

async function scanOnce(
  name: string,
  network: RunningNetwork,
  settings: Settings,
  copies: readonly string[],
): Promise<string> {
  await network.requests()
  const { stdout, seconds, peakMb } = await run(process.execPath, scanWords(network), settings)
  const report = JSON.parse(stdout) as ScanReport
  const sent = await network.requests()
  const strong = (await listMatches(settings))
    .filter((match) => match.strength === 'strong')
    .map(({ repository }) => repository)
  const right = strong.filter((repository) => copies.includes(repository)).length
  const { repositories } = report.coverage
  return [
    `  ${name}: ${report.scan.status}, ${repositories.examined} judged in ${seconds.toFixed(1)} s`,
    `${(repositories.examined / seconds).toFixed(0)} a second`,
    `${sent.length} requests (core ${report.requests.core}, GraphQL ${report.requests.graphql})`,
    `peak ${peakMb.toFixed(0)} MB`,
    `precision ${percent(right, strong.length)}, recall ${percent(right, copies.length)} of ${copies.length}`,
  ].join(', ')
}
