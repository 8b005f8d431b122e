import { expect, it } from 'vitest'
import type { ScanReport } from '../../server/tasks/scan/scan-report.ts'
import { leakedFiles, writeFolder } from '../leak.ts'
import { temporaryFolder } from '../open-test-app.ts'
import { withPracticeGitHub } from '../practice-github/with-practice-github.ts'
import { networkOf } from '../practice-github/worlds/network-of.ts'
import { writeProgramText } from '../../scripts/bench/program-text.ts'
import { askClawback, runClawback, startClawback } from './run-clawback.ts'

const leak = leakedFiles(4)
const network = networkOf(300, {
  officialFiles: { 'lib/client.ts': writeProgramText(1, 3000) },
  leak,
  leakForks: 12,
  editedShare: 0.3,
})
const scan = ['scan', 'orbit', '--network', network.official]

it('paused from another terminal, then killed: no command and no restart goes on before it is resumed', async () => {
  const source = await writeFolder(leak)
  await withPracticeGitHub({ world: network.world, latency: 150 }, async (github) => {
    const settings = {
      CLAWBACK_DATA: await temporaryFolder(),
      GITHUB_TOKEN: 'practice',
      GITHUB_API_URL: github.url,
    }
    const add = ['work', 'add', source, '--title', 'Orbit', '--owner', 'O', '--official', network.official]
    await askClawback(add, settings)
    expect((await runClawback(['scan', 'orbit', '--pause'], settings)).code).toBe(2)

    const running = startClawback([...scan, '--json'], settings)
    await expect.poll(() => github.requests.length, { timeout: 60_000 }).toBeGreaterThan(5)
    const paused = await askClawback<ScanReport>(['scan', 'orbit', '--pause'], settings)
    expect(paused.scan).toMatchObject({ status: 'incomplete', paused: { by: expect.any(String) } })
    const ended = await running.ended
    expect(ended.code).toBe(3)
    expect(JSON.parse(ended.stdout)).toMatchObject({
      scan: { id: paused.scan.id, reasons: expect.arrayContaining([expect.stringContaining('paused by')]) },
    })

    const sent = github.requests.length
    const again = await runClawback([...scan, '--json'], settings)
    expect(again.code).toBe(3)
    expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'SCAN_PAUSED' } })
    const serving = startClawback(['serve', '--port', '0'], settings)
    await new Promise((resolve) => setTimeout(resolve, 4000))
    serving.kill('SIGKILL')
    await serving.ended
    // Who the token is of is asked before anything else.
    expect(github.requests.slice(sent).filter(({ path }) => path === '/graphql')).toEqual([])

    const whole = await askClawback<ScanReport>(['scan', 'orbit', '--resume'], settings)
    expect(whole.scan).toMatchObject({ id: paused.scan.id, status: 'complete', paused: null })
    expect(whole.matches.strong).toBe(network.copies.length)
  })
}, 300_000)
