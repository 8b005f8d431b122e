import { writeProgramText } from '../../../../scripts/bench/program-text.ts'
import type { App } from '../../../../server/compose.ts'
import { addWork } from '../../../../server/tasks/add-work.ts'
import {
  reviewMatches,
  type ReviewInput,
  type ReviewResult,
} from '../../../../server/tasks/review-matches.ts'
import { runScan } from '../../../../server/tasks/scan/run-scan.ts'
import { setClaimant } from '../../../../server/tasks/set-claimant.ts'
import { leakedFiles, writeFolder } from '../../../leak.ts'
import { openTestApp } from '../../../open-test-app.ts'
import type { PracticeGitHub } from '../../../practice-github/start.ts'
import { withPracticeGitHub } from '../../../practice-github/with-practice-github.ts'
import { defineWorld } from '../../../practice-github/world/definition.ts'

export const leak = leakedFiles(4)
const own = (seed: number) => ({ [`own/${seed}.ts`]: writeProgramText(seed, 9000) })

/**
 * orbit/sdk (official)
 *   └─ eve/sdk            added the leak
 *        ├─ mal/sdk       fork of it, unchanged
 *        ├─ sam/sdk       fork of it, unchanged, another name of its branch
 *        └─ kim/sdk       fork of it, with much of its own
 * trent/dump              detached re-upload, starred by many
 * eve/again               another upload of eve's, with one file left out
 * zed/again               the same with another file left out: alike in every figure, and another content
 */
const world = defineWorld({
  repositories: [
    {
      owner: 'orbit',
      name: 'sdk',
      files: { 'README.md': '# Orbit SDK\n', 'lib/a.ts': writeProgramText(1, 3000) },
    },
    { owner: 'eve', name: 'sdk', forkOf: 'orbit/sdk', files: leak },
    { owner: 'mal', name: 'sdk', forkOf: 'eve/sdk' },
    { owner: 'sam', name: 'sdk', forkOf: 'eve/sdk', branches: { trunk: 'main' } },
    { owner: 'kim', name: 'sdk', forkOf: 'eve/sdk', files: own(77) },
    { owner: 'trent', name: 'dump', files: leak, stars: 300 },
    { owner: 'zed', name: 'again', files: Object.fromEntries(Object.entries(leak).slice(0, -1)) },
    { owner: 'eve', name: 'again', files: Object.fromEntries(Object.entries(leak).slice(1)) },
  ],
})

export const quiet = () => undefined

/** A work whose copies were found, and nothing decided. */
export async function withFoundCopies(
  story: (app: App, github: PracticeGitHub) => Promise<void>,
): Promise<void> {
  await withPracticeGitHub({ world, limits: { codeSearch: 1000, search: 1000 } }, async (github) => {
    const app = await openTestApp({ apiUrl: github.url })
    await addWork(
      app,
      { source: await writeFolder(leak), title: 'Orbit', owner: 'Orbit Inc.', official: ['orbit/sdk'] },
      quiet,
    )
    await scan(app)
    await setClaimant(app, 'orbit', {
      name: 'Ada Diaz',
      role: 'agent',
      organization: 'Orbit Inc.',
      authority: 'General counsel of the owner',
      email: 'legal@orbit.example',
      phone: '+1 555 0100',
    })
    await story(app, github)
  })
}

export async function scan(app: App): Promise<void> {
  await runScan(
    app,
    {
      work: 'orbit',
      probes: 0,
      repositories: ['trent/dump', 'eve/again', 'zed/again'],
      networks: ['eve/sdk'],
      tipsFile: null,
      resume: false,
    },
    quiet,
  )
}

export function decide(
  app: App,
  over: Partial<ReviewInput> & Pick<ReviewInput, 'repositories'>,
): Promise<ReviewResult> {
  return reviewMatches(app, {
    work: 'orbit',
    decision: 'infringing',
    reviewer: 'Ada Diaz',
    reason: 'compared side by side',
    fairUse: 'all of a private work, nothing added',
    ...over,
  })
}
