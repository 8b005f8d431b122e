import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../../server/package-root.ts'
import type { MatchRow } from '../../../server/tasks/list-matches.ts'
import type { ScanReport } from '../../../server/tasks/scan/report-scan.ts'
import { run } from '../measure.ts'
import { leak } from './files.ts'
import { startNetwork, type RunningNetwork } from './start-network.ts'

const clawback = join(packageRoot, 'scripts', 'clawback')

/** A network of so many forks judged one by one; then again unchanged; then after twenty were pushed or born. */
export async function measureNetwork(forks: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  const network = await startNetwork({ forks, latency: 50 })
  try {
    const settings = {
      CLAWBACK_DATA: join(folder, 'data'),
      GITHUB_API_URL: network.url,
      GITHUB_TOKEN: 'bench',
    }
    await addLeak(folder, network, settings)
    const { truth } = network
    const lines = [await scanOnce('first', network, settings, truth.copies)]
    lines.push(await scanOnce('again, unchanged', network, settings, truth.copies))
    const fresh = await network.move()
    lines.push(await scanOnce('after 20 were pushed or born', network, settings, [...truth.copies, ...fresh]))
    lines.push(
      `  naive (list, one tree a fork): ${Math.ceil(forks / 100) + forks} requests, nothing compared`,
    )
    return [`network of ${forks} forks, 50 ms latency:`, ...lines].join('\n')
  } finally {
    network.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same copies in faulty weather, in one run. */
export async function measureFaultyNetwork(forks: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  const faults = { badGateway: 0.04, reset: 0.04, truncated: 0.04, serverError: 0.02, secondary: 0.01 }
  const weather = { seed: 3, slow: 0.1, slowBy: 500, ...faults }
  const network = await startNetwork({ forks, latency: 50, weather })
  try {
    const settings = {
      CLAWBACK_DATA: join(folder, 'data'),
      GITHUB_API_URL: network.url,
      GITHUB_TOKEN: 'bench',
    }
    await addLeak(folder, network, settings)
    const line = await scanOnce('in faulty weather', network, settings, network.truth.copies)
    return `network of ${forks} forks, 50 ms latency:\n${line}`
  } finally {
    network.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function addLeak(folder: string, { truth }: RunningNetwork, settings: Record<string, string>) {
  const source = join(folder, 'leak')
  for (const [path, text] of Object.entries(leak)) {
    await mkdir(dirname(join(source, path)), { recursive: true })
    await writeFile(join(source, path), text)
  }
  const words = ['work', 'add', source, '--title', 'Bench', '--owner', 'Bench', '--slug', 'bench']
  await run(process.execPath, [clawback, ...words, '--official', truth.official], settings)
}

async function scanOnce(
  name: string,
  network: RunningNetwork,
  settings: Record<string, string>,
  copies: readonly string[],
): Promise<string> {
  await network.requests()
  const scan = [clawback, 'scan', 'bench', '--network', network.truth.official, '--json']
  const { stdout, seconds, peakMb } = await run(process.execPath, scan, settings)
  const report = JSON.parse(stdout) as ScanReport
  const sent = await network.requests()
  const { stdout: rows } = await run(process.execPath, [clawback, 'matches', 'bench', '--json'], settings)
  const strong = (JSON.parse(rows) as MatchRow[])
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

function percent(part: number, whole: number): string {
  return `${whole === 0 ? '-' : ((100 * part) / whole).toFixed(2)} %`
}
