import { expect, it } from 'vitest'
import { writeProgramText } from '../../../../scripts/bench/program-text.ts'
import { replayMarch2026 } from '../../../../scripts/bench/replay-march-2026.ts'
import { leakedFiles, writeFolder } from '../../../leak.ts'
import { openTestApp } from '../../../open-test-app.ts'
import { withPracticeGitHub } from '../../../practice-github/with-practice-github.ts'
import { march2026 } from '../../../practice-github/worlds/march-2026.ts'

const leak = leakedFiles(4)
const sdk = { 'README.md': '# Orbit SDK\n', 'lib/client.ts': writeProgramText(1, 3000) }

// The size that a test bears; `npm run bench -- march-2026` plays it with 8,100.
const size = 240
const copies = 97

it('March 2026: the sweeping sentence is stopped, the copies alone are named, and what was swept is given back', async () => {
  const world = march2026({ sdk, leak }, size, copies)
  await withPracticeGitHub({ world: world.world, enterprise: true }, async (github) => {
    const app = await openTestApp({ apiUrl: github.url })
    const replay = await replayMarch2026(app, github, { world, source: await writeFolder(leak) })

    // The guard, before anything is drafted.
    expect(replay.reach).toMatchObject({ network: 'orbit/sdk', size, named: copies, rootOfficial: true })
    expect(replay.reach.wordings).toMatchObject([
      {
        wording: 'named-only',
        couldDisable: copies,
        withEvidence: copies,
        withoutEvidence: 0,
        allowed: true,
      },
      {
        wording: 'network',
        couldDisable: size,
        withEvidence: copies,
        withoutEvidence: size - copies,
        official: 1,
        allowed: false,
      },
    ])
    const codes = replay.refusals.map(({ code }) => code)
    expect(codes).toContain('network-official')
    expect(codes).toContain('network-without-evidence')
    expect(replay.refusals.map(({ message }) => message).join()).toContain('orbit/sdk')

    // The notices name exactly the copies, and swear to nothing else.
    expect(replay.notices.flatMap(({ repositories }) => repositories).sort()).toEqual(
      [...world.copies].sort(),
    )
    for (const notice of replay.notices) {
      expect(notice.check.complete).toBe(true)
      expect(notice.text).not.toContain('representative number of forks')
    }

    // GitHub swept all the same: what was not named is told, and the retraction gives exactly that back.
    expect(replay.report.overreach.map(({ repository }) => repository).sort()).toEqual(
      [...world.innocent].sort(),
    )
    const { document } = replay.retraction
    expect(replay.retraction.check.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(document).toMatchObject({ kind: 'retraction', withdraws: { mode: 'all-except' } })
    const kept =
      document.kind === 'retraction' && document.withdraws.mode === 'all-except'
        ? document.withdraws.stayDisabled
        : []
    const stays = new Set(kept.map(({ owner, name }) => `${owner}/${name}`))
    expect(stays).toEqual(new Set(world.copies))
    const disabled = replay.report.changes.filter(({ to }) => to === 'disabled')
    const givenBack = disabled.map(({ repository }) => repository).filter((name) => !stays.has(name))
    expect(givenBack.sort()).toEqual([...world.innocent].sort())
  })
})
