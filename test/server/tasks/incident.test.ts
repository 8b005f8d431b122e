import { describe, expect, it } from 'vitest'
import { writeProgramText } from '../../../scripts/bench/program-text.ts'
import type { App } from '../../../server/compose.ts'
import { addWork } from '../../../server/tasks/add-work.ts'
import { listMatches } from '../../../server/tasks/list-matches.ts'
import { draftWorkNotices } from '../../../server/tasks/notice/draft-notices.ts'
import { recordNoticeSent } from '../../../server/tasks/notice/record-notice-sent.ts'
import { showNotice } from '../../../server/tasks/notice/show-notice.ts'
import { signNotice } from '../../../server/tasks/notice/sign-notice.ts'
import { recheck } from '../../../server/tasks/recheck/recheck.ts'
import { reviewMatches } from '../../../server/tasks/review-matches.ts'
import { runScan } from '../../../server/tasks/scan/run-scan.ts'
import { setClaimant } from '../../../server/tasks/set-claimant.ts'
import { showMatch } from '../../../server/tasks/show-match.ts'
import { verifyAudit } from '../../../server/tasks/verify-audit.ts'
import { leakedFiles, writeFolder } from '../../leak.ts'
import { openTestApp } from '../../open-test-app.ts'
import type { PracticeGitHub } from '../../practice-github/start.ts'
import { withPracticeGitHub } from '../../practice-github/with-practice-github.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'

const leak = leakedFiles()
const sdk = {
  'README.md': '# Orbit SDK\n',
  'lib/client.ts': writeProgramText(1, 3000),
  'lib/retry.ts': writeProgramText(2, 2000),
}
const lookAlike = Object.fromEntries(
  Object.keys(leak).map((path, i) => [path, writeProgramText(7000 + i, 2500)]),
)

/**
 * orbit/sdk (official)
 *   ├─ ada/sdk            untouched
 *   ├─ bob/sdk            edits of its own
 *   └─ eve/sdk            added the leak
 *        └─ mal/sdk       fork of it, unchanged
 * trent/dump              detached re-upload
 * carol/similar           same paths, own code
 */
const world = defineWorld({
  repositories: [
    { owner: 'orbit', name: 'sdk', files: sdk },
    { owner: 'ada', name: 'sdk', forkOf: 'orbit/sdk' },
    { owner: 'bob', name: 'sdk', forkOf: 'orbit/sdk', files: { 'lib/mine.ts': writeProgramText(3, 2000) } },
    { owner: 'eve', name: 'sdk', forkOf: 'orbit/sdk', files: leak },
    { owner: 'mal', name: 'sdk', forkOf: 'eve/sdk' },
    { owner: 'trent', name: 'dump', files: leak },
    { owner: 'carol', name: 'similar', files: lookAlike },
  ],
})

const quiet = () => undefined
const scanInput = {
  work: 'orbit',
  probes: null,
  repositories: [],
  networks: [],
  tipsFile: null,
  resume: false,
}
const noticeUrl = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-20-orbit.md'

async function withIncident(story: (app: App, github: PracticeGitHub) => Promise<void>): Promise<void> {
  // As fast as the machine: pacing has tests of its own.
  await withPracticeGitHub({ world, limits: { codeSearch: 1000, search: 1000 } }, async (github) => {
    const app = await openTestApp({ apiUrl: github.url })
    await addWork(
      app,
      { source: await writeFolder(leak), title: 'Orbit', owner: 'Orbit Inc.', official: ['orbit/sdk'] },
      quiet,
    )
    await story(app, github)
  })
}

async function names(app: App): Promise<string[]> {
  return (await listMatches(app, 'orbit', {})).map((match) => `${match.repository} ${match.strength}`).sort()
}

async function claim(app: App, repositories: string[]): Promise<void> {
  await setClaimant(app, 'orbit', {
    name: 'Ada Diaz',
    role: 'agent',
    organization: 'Orbit Inc.',
    authority: 'General counsel of the owner',
    email: 'legal@orbit.example',
    phone: '+1 555 0100',
  })
  await reviewMatches(app, {
    work: 'orbit',
    repositories,
    decision: 'infringing',
    reviewer: 'Ada Diaz',
    reason: 'compared side by side',
    fairUse: 'all of a private work, nothing added',
  })
}

function draft(app: App) {
  return draftWorkNotices(app, { work: 'orbit', only: [], except: [], kind: 'takedown', about: null })
}

async function sendNotices(app: App): Promise<string[]> {
  await claim(app, ['eve/sdk', 'mal/sdk', 'trent/dump'])
  const { notices } = await draft(app)
  for (const { id } of notices) {
    await signNotice(app, { id, name: 'Ada Diaz' })
    await recordNoticeSent(app, { id, channel: 'form', ticket: '1234567', at: null })
  }
  return notices.map(({ id }) => id)
}

describe('an incident', () => {
  it('finds the copies by search and through their networks, and only the copies', async () => {
    await withIncident(async (app) => {
      const report = await runScan(app, scanInput, quiet)

      expect(report.scan).toMatchObject({ status: 'complete', reasons: [] })
      expect(await names(app)).toEqual(['eve/sdk strong', 'mal/sdk strong', 'trent/dump strong'])
    })
  })

  it('recognises official repositories and their untouched forks without looking into them', async () => {
    await withIncident(async (app, github) => {
      const report = await runScan(app, { ...scanInput, networks: ['mal/sdk'] }, quiet)

      expect(report.coverage.networks).toMatchObject([
        { root: 'orbit/sdk', listed: 5, examined: 5, official: true, untouched: 1 },
      ])
      expect(await names(app)).toEqual(['eve/sdk strong', 'mal/sdk strong'])
      const asked = github.requests.filter((request) => request.path.includes('/ada/'))
      expect(asked).toEqual([])
    })
  })

  it('keeps evidence that points at the commit and names the original', async () => {
    await withIncident(async (app) => {
      await runScan(app, { ...scanInput, repositories: ['trent/dump'] }, quiet)

      const match = await showMatch(app, 'orbit', 'trent/dump')

      expect(match).toMatchObject({ class: 'exact', ofWork: 1, entireRepository: true, originalsFound: 6 })
      expect(match.files.map((file) => file.path).sort()).toEqual(Object.keys(leak).sort())
      for (const file of match.files) {
        expect(file.original).toBe(file.path)
        expect(file.permalink).toBe(
          `https://github.com/trent/dump/blob/${match.refs[0]!.commit}/${file.path}${file.permalink.split(file.path)[1]!}`,
        )
      }
    })
  })

  it('names only what a person reviewed, and freezes it', async () => {
    await withIncident(async (app) => {
      await runScan(app, scanInput, quiet)
      const ids = await sendNotices(app)

      const notices = await Promise.all(ids.map((id) => showNotice(app, id)))
      expect(notices.flatMap((notice) => notice.repositories).sort()).toEqual([
        'eve/sdk',
        'mal/sdk',
        'trent/dump',
      ])
      for (const notice of notices) {
        expect(notice.check.complete, notice.text).toBe(true)
        await expect(signNotice(app, { id: notice.id, name: 'Ada Diaz' })).rejects.toMatchObject({
          code: 'NOTICE_SIGNED',
        })
      }
      expect(await verifyAudit(app)).toMatchObject({ ok: true })
    })
  })

  it('signs nothing whose evidence is no longer what the reviewer saw', async () => {
    await withIncident(async (app, github) => {
      const only = { ...scanInput, repositories: ['trent/dump'] }
      await runScan(app, only, quiet)
      await claim(app, ['trent/dump'])
      const { notices } = await draft(app)
      github.world.push('trent/dump', { files: { 'src/module-0.ts': null } })
      await runScan(app, only, quiet)

      await expect(signNotice(app, { id: notices[0]!.id, name: 'Ada Diaz' })).rejects.toMatchObject({
        code: 'NOTICE_NOT_SIGNABLE',
      })
      expect((await showNotice(app, notices[0]!.id)).status).toBe('draft')
      expect((await draft(app)).problems.map((problem) => problem.code)).toContain('evidence-changed')
    })
  })

  it('refuses to call an official repository or one without evidence infringing', async () => {
    await withIncident(async (app) => {
      await runScan(app, { ...scanInput, networks: ['eve/sdk'] }, quiet)
      const review = (repository: string) =>
        reviewMatches(app, {
          work: 'orbit',
          repositories: [repository],
          decision: 'infringing',
          reviewer: 'A',
          reason: 'B',
          fairUse: 'C',
        })

      await expect(review('orbit/sdk')).rejects.toMatchObject({
        code: expect.stringMatching(/^(MATCH_UNKNOWN|REVIEW_OFFICIAL)$/),
      })
      await expect(review('ada/sdk')).rejects.toMatchObject({ code: 'MATCH_UNKNOWN' })
    })
  })

  it('sees the takedown, says under which notice, and raises what was hit that was not named', async () => {
    await withIncident(async (app, github) => {
      await runScan(app, scanInput, quiet)
      const ids = await sendNotices(app)
      const notices = await Promise.all(ids.map((id) => showNotice(app, id)))
      const first = notices.find((notice) => notice.repositories.includes('eve/sdk'))?.id
      github.advance(86_400_000)
      for (const name of ['eve/sdk', 'mal/sdk', 'ada/sdk']) github.world.disable(name, noticeUrl)

      const report = await recheck(app, { work: 'orbit', notice: null }, quiet)

      const seen = report.changes
        .map((change) => `${change.repository} ${change.to} ${change.attributedTo ?? '-'}`)
        .sort()
      expect(seen).toEqual([
        `ada/sdk disabled ${first!}`,
        `eve/sdk disabled ${first!}`,
        `mal/sdk disabled ${first!}`,
      ])
      expect(report.overreach).toMatchObject([{ repository: 'ada/sdk', noticeUrl }])
      expect(report.couldNotTell).toEqual([])
    })
  })

  it('never reads a failing GitHub as gone', async () => {
    await withIncident(async (app, github) => {
      await runScan(app, { ...scanInput, repositories: ['trent/dump'] }, quiet)
      await github.close()

      await expect(recheck(app, { work: 'orbit', notice: null }, quiet)).rejects.toMatchObject({
        exitCode: 4,
      })
      expect((await listMatches(app, 'orbit', {}))[0]).toMatchObject({ availability: 'available' })
    })
  })
})
