import { expect, it } from 'vitest'
import type { MatchRow } from '../../server/tasks/list-matches.ts'
import type { ScanReport } from '../../server/tasks/scan/scan-report.ts'
import { leakedFiles, writeFolder } from '../leak.ts'
import { temporaryFolder } from '../open-test-app.ts'
import type { LoggedRequest } from '../practice-github/house/request-log.ts'
import { mulberry32 } from '../practice-github/house/weather.ts'
import { withPracticeGitHub } from '../practice-github/with-practice-github.ts'
import { networkOf } from '../practice-github/worlds/network-of.ts'
import { writeProgramText } from '../../scripts/bench/program-text.ts'
import { objectsIn, pageIn } from '../../scripts/bench/network/asked.ts'
import { keptOf, type Asked } from '../../scripts/bench/network/kept-answers.ts'
import { askClawback, startClawback } from './run-clawback.ts'

const leak = leakedFiles(8)
const network = networkOf(700, {
  officialFiles: { 'lib/client.ts': writeProgramText(1, 3000) },
  leak,
  leakForks: 24,
  editedShare: 0.65,
})
const scan = ['scan', 'orbit', '--network', network.official]
const killsWanted = 10

/** What a scan found, without what depends on when it ran. */
async function found(settings: Record<string, string>) {
  const matches = await askClawback<MatchRow[]>(['matches', 'orbit'], settings)
  return matches.map(({ firstSeenAt: _, ...match }) => match)
}

function askedIn(requests: readonly LoggedRequest[]): Asked {
  return {
    objects: requests.flatMap(({ graphql }) => objectsIn(graphql)),
    pages: requests.flatMap(({ graphql }) => pageIn(graphql) ?? []),
  }
}

it('goes on after ten kills at random moments: the same matches, and nothing asked again that was kept', async () => {
  const source = await writeFolder(leak)
  await withPracticeGitHub({ world: network.world, latency: 20 }, async (github) => {
    const settings = async () => ({
      CLAWBACK_DATA: await temporaryFolder(),
      GITHUB_TOKEN: 'practice',
      GITHUB_API_URL: github.url,
    })
    const [disturbed, undisturbed] = [await settings(), await settings()]
    for (const each of [disturbed, undisturbed]) {
      await askClawback(
        ['work', 'add', source, '--title', 'Orbit', '--owner', 'O', '--official', network.official],
        each,
      )
    }
    const whole = await askClawback<ScanReport>(scan, undisturbed)
    const expected = await found(undisturbed)
    expect(expected.map((match) => match.repository).sort()).toEqual([...network.copies].sort())

    const random = mulberry32(5)
    const kept = new Set<string>()
    for (let kills = 0; kills < killsWanted; kills++) {
      const before = github.requests.length
      // While pages are listed, and later while folders and files are read; at no special moment of a request.
      const isDue = () => {
        const { objects, pages } = askedIn(github.requests.slice(before))
        return objects.length > 2 || (kills < 4 && pages.length > 4)
      }
      const running = startClawback([...scan, '--json'], disturbed)
      const killer = setInterval(() => {
        if (random() < 0.1 && isDue()) running.kill('SIGKILL')
      }, 1)
      const { code } = await running.ended
      clearInterval(killer)
      expect(code).toBe(null)
      expect(await askClawback(['audit', 'verify'], disturbed)).toMatchObject({ ok: true })
      const asked = askedIn(github.requests.slice(before))
      expect([...asked.objects, ...asked.pages].filter((key) => kept.has(key))).toEqual([])
      for (const key of await keptOf(disturbed.CLAWBACK_DATA, asked)) kept.add(key)
    }
    const before = github.requests.length
    const report = await askClawback<ScanReport>(scan, disturbed)

    expect(report).toMatchObject({
      scan: { id: whole.scan.id, status: 'complete' },
      matches: whole.matches,
      coverage: whole.coverage,
    })
    const asked = askedIn(github.requests.slice(before))
    expect([...asked.objects, ...asked.pages].filter((key) => kept.has(key))).toEqual([])
    expect(github.requests.filter((sent) => sent.overBudget || sent.duringPause)).toEqual([])
    expect(kept.size).toBeGreaterThan(20)
    expect(await found(disturbed)).toEqual(expected)
    expect(await askClawback(['audit', 'verify'], disturbed)).toMatchObject({ ok: true })
  })
}, 300_000)
