import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../../server/package-root.ts'
import type { MatchRow } from '../../../server/tasks/list-matches.ts'
import { run } from '../measure.ts'
import { leak } from './files.ts'
import type { NetworkOrder } from './serve.ts'
import { startNetwork, type RunningNetwork } from './start-network.ts'

export const clawback = join(packageRoot, 'scripts', 'clawback')

/** Settings of a command that is run by itself. */
export type Settings = Record<'CLAWBACK_DATA' | 'GITHUB_API_URL' | 'GITHUB_TOKEN', string>

export interface Bench {
  network: RunningNetwork
  /** A data folder of its own, with the work in it and nothing scanned. */
  openWork: () => Promise<Settings>
}

/** A network in a process of its own, and as many data folders as are wanted; all of it goes in the end. */
export async function withNetwork<T>(order: NetworkOrder, measure: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  const network = await startNetwork(order)
  try {
    const source = join(folder, 'leak')
    for (const [path, text] of Object.entries(leak)) {
      await mkdir(dirname(join(source, path)), { recursive: true })
      await writeFile(join(source, path), text)
    }
    let opened = 0
    return await measure({
      network,
      async openWork() {
        const settings = {
          CLAWBACK_DATA: join(folder, `data-${opened++}`),
          GITHUB_API_URL: network.url,
          GITHUB_TOKEN: 'bench',
        }
        const words = ['work', 'add', source, '--title', 'Bench', '--owner', 'Bench', '--slug', 'bench']
        await run(process.execPath, [clawback, ...words, '--official', network.truth.official], settings)
        return settings
      },
    })
  } finally {
    network.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export function scanWords({ truth }: RunningNetwork): string[] {
  return [clawback, 'scan', 'bench', '--network', truth.official, '--json']
}

/** Every match as it stands, without the time that it was first seen. */
export async function listMatches(settings: Settings): Promise<Omit<MatchRow, 'firstSeenAt'>[]> {
  const { stdout } = await run(process.execPath, [clawback, 'matches', 'bench', '--json'], settings)
  return (JSON.parse(stdout) as MatchRow[]).map(({ firstSeenAt: _, ...match }) => match)
}

export function percent(part: number, whole: number): string {
  return `${whole === 0 ? '-' : ((100 * part) / whole).toFixed(2)} %`
}
