import { join } from 'node:path'
import { packageRoot } from '../../server/package-root.ts'
import { pair, run } from './measure.ts'

/** How long `clawback --help` takes, beside a Node.js that does nothing. */
export async function measureStart(): Promise<string> {
  const clawback = join(packageRoot, 'scripts', 'clawback')
  const { a, b, ratio } = await pair(
    async () => (await run(process.execPath, [clawback, '--help'])).seconds,
    async () => (await run(process.execPath, ['-e', '0'])).seconds,
    11,
  )
  return `start: clawback --help ${ms(a)}, node -e 0 ${ms(b)}, ratio ${ratio.toFixed(2)} (median of 11 pairs)`
}

function ms(seconds: number): string {
  return `${(seconds * 1000).toFixed(0)} ms`
}
