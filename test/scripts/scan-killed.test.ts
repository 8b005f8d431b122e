import { expect, it } from 'vitest'
import type { MatchRow } from '../../server/tasks/list-matches.ts'
import type { ScanReport } from '../../server/tasks/scan/report-scan.ts'
import { leakedFiles, writeFolder } from '../leak.ts'
import { temporaryFolder } from '../open-test-app.ts'
import { withPracticeGitHub } from '../practice-github/with-practice-github.ts'
import { defineWorld } from '../practice-github/world/definition.ts'
import { writeProgramText } from '../../scripts/bench/program-text.ts'
import { askClawback, runClawback, startClawback } from './run-clawback.ts'

const leak = leakedFiles(8)
const copies = ['ada', 'bob', 'cy', 'dee', 'eli', 'fay']
const world = defineWorld({
  repositories: [
    { owner: 'orbit', name: 'sdk', files: { 'lib/client.ts': writeProgramText(1, 3000) } },
    ...copies.map((owner, i) => ({
      owner,
      name: 'sdk',
      forkOf: 'orbit/sdk',
      files: Object.fromEntries(Object.entries(leak).slice(0, i + 3)),
    })),
    { owner: 'zed', name: 'sdk', forkOf: 'orbit/sdk' },
  ],
})

const scan = ['scan', 'orbit', '--network', 'orbit/sdk']

/** What a scan found, without what depends on when it ran. */
async function found(settings: Record<string, string>) {
  const matches = await askClawback<MatchRow[]>(['matches', 'orbit'], settings)
  return matches.map(({ firstSeenAt: _, ...match }) => match)
}

it('goes on after kill -9 at any moment, and ends with the same matches', async () => {
  const source = await writeFolder(leak)
  await withPracticeGitHub({ world, latency: 25 }, async (github) => {
    const settings = async () => ({
      CLAWBACK_DATA: await temporaryFolder(),
      GITHUB_TOKEN: 'practice',
      GITHUB_API_URL: github.url,
    })
    const [disturbed, undisturbed] = [await settings(), await settings()]
    for (const each of [disturbed, undisturbed]) {
      await askClawback(
        ['work', 'add', source, '--title', 'Orbit', '--owner', 'Orbit Inc.', '--official', 'orbit/sdk'],
        each,
      )
    }
    const whole = await askClawback<ScanReport>(scan, undisturbed)
    const expected = await found(undisturbed)
    expect(expected.map((match) => match.repository).sort()).toEqual(copies.map((owner) => `${owner}/sdk`))
    const sent = github.requests.length

    let kills = 0
    for (;;) {
      const before = github.requests.length
      const running = startClawback([...scan, '--json'], disturbed)
      const target = before + 4 + kills
      const killer = setInterval(() => {
        if (github.requests.length >= target) running.kill('SIGKILL')
      }, 1)
      const { code, stdout } = await running.ended
      clearInterval(killer)
      if (code === null) {
        kills++
        expect(await askClawback(['audit', 'verify'], disturbed)).toMatchObject({ ok: true })
        continue
      }
      const report = JSON.parse(stdout) as ScanReport
      expect(report).toMatchObject({
        scan: { id: whole.scan.id, status: 'complete' },
        matches: whole.matches,
        coverage: whole.coverage,
      })
      break
    }

    expect(kills).toBeGreaterThan(1)
    expect(await found(disturbed)).toEqual(expected)
    expect(sent).toBeGreaterThan(5)
    const repeated = await runClawback(['audit', 'verify'], disturbed)
    expect(repeated.code).toBe(0)
  })
})
