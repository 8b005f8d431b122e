import { expect, it } from 'vitest'
import { findJudgedBlobs } from '../../db/queries/judgements.ts'
import { openDatabase } from '../../db/open-database.ts'
import { findListings } from '../../db/queries/tree-listings.ts'
import type { MatchRow } from '../../server/tasks/list-matches.ts'
import type { ScanReport } from '../../server/tasks/scan/report-scan.ts'
import { leakedFiles, writeFolder } from '../leak.ts'
import { temporaryFolder } from '../open-test-app.ts'
import { mulberry32 } from '../practice-github/house/weather.ts'
import { withPracticeGitHub } from '../practice-github/with-practice-github.ts'
import { networkOf } from '../practice-github/worlds/network-of.ts'
import { writeProgramText } from '../../scripts/bench/program-text.ts'
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

/** Ids of folders and files that GraphQL was asked for. */
function objectsIn(requests: readonly { graphql?: { query: string } }[]): string[] {
  return requests.flatMap(({ graphql }) =>
    [...(graphql?.query ?? '').matchAll(/object\(oid: "(\w+)"\)/g)].map(([, id]) => id!),
  )
}

/** Where the pages of forks began that were asked for. */
function pagesIn(requests: readonly { graphql?: { query: string; variables: Record<string, unknown> } }[]) {
  return requests
    .filter(({ graphql }) => graphql?.query.includes('$after') === true)
    .map(({ graphql }) => JSON.stringify(graphql!.variables))
}

/** Of these ids, those whose answers are in the database. */
async function savedOf(folder: string, ids: readonly string[]): Promise<Set<string>> {
  const db = await openDatabase({ folder, clock: () => new Date() })
  const { workIndexes } = db.tables
  const [index] = await db.orm.select().from(workIndexes)
  const { workId, indexId } = index!
  const saved = new Set([
    ...(await findListings(db, workId, ids)).keys(),
    ...(await findJudgedBlobs(db, { workId, indexId }, ids)).keys(),
  ])
  await db.close()
  return saved
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
    const keptPages = new Set<string>()
    for (let kills = 0; kills < killsWanted; kills++) {
      const before = github.requests.length
      // While pages are listed, and later while folders and files are read; at no special moment of a request.
      const isDue = () => {
        const sent = github.requests.slice(before)
        return objectsIn(sent).length > 0 || (kills < 4 && pagesIn(sent).length > 2)
      }
      const running = startClawback([...scan, '--json'], disturbed)
      const killer = setInterval(() => {
        if (random() < 0.1 && isDue()) running.kill('SIGKILL')
      }, 1)
      const { code } = await running.ended
      clearInterval(killer)
      expect(code).toBe(null)
      expect(await askClawback(['audit', 'verify'], disturbed)).toMatchObject({ ok: true })
      const asked = objectsIn(github.requests.slice(before))
      expect(asked.filter((id) => kept.has(id))).toEqual([])
      for (const id of await savedOf(disturbed.CLAWBACK_DATA, asked)) kept.add(id)
      const pages = pagesIn(github.requests.slice(before))
      expect(pages.filter((page) => keptPages.has(page))).toEqual([])
      // The last page may not have come, and the one before it may not have been kept.
      for (const page of pages.slice(0, -2)) keptPages.add(page)
    }
    const before = github.requests.length
    const report = await askClawback<ScanReport>(scan, disturbed)

    expect(report).toMatchObject({
      scan: { id: whole.scan.id, status: 'complete' },
      matches: whole.matches,
      coverage: whole.coverage,
    })
    expect(objectsIn(github.requests.slice(before)).filter((id) => kept.has(id))).toEqual([])
    expect(kept.size).toBeGreaterThan(20)
    expect(await found(disturbed)).toEqual(expected)
    expect(await askClawback(['audit', 'verify'], disturbed)).toMatchObject({ ok: true })
  })
})
