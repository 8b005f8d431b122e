import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { Database } from '../../db/database.ts'
import { listAlerts } from '../../db/queries/alerts.ts'
import { listOverreachCases } from '../../db/queries/overreach-log.ts'
import { openDatabase } from '../../db/open-database.ts'
import { packageRoot } from '../../server/package-root.ts'
import { listNotices } from '../../server/tasks/notice/list-notices.ts'
import { rebuildStates } from '../../server/tasks/rebuild-states.ts'
import { verifyAudit } from '../../server/tasks/verify-audit.ts'
import { leakedFiles } from '../leak.ts'
import { temporaryFolder } from '../open-test-app.ts'
import { mulberry32 } from '../practice-github/house/weather.ts'
import { startPracticeGitHub, type PracticeGitHub } from '../practice-github/start.ts'
import { defineWorld } from '../practice-github/world/definition.ts'
import { startStory } from './tasks/recheck/story.ts'

const leak = leakedFiles(2)
const hour = 3_600_000
const ours = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-03-orbit.md'
const forks = Array.from({ length: 120 }, (_, at) => `user-${at}/leak`)
const world = defineWorld({
  startsAt: '2026-11-01T00:00:00Z',
  repositories: [
    { owner: 'eve', name: 'leak', files: leak },
    ...forks.map((name) => ({ owner: name.split('/')[0]!, name: 'leak', forkOf: 'eve/leak' })),
  ],
})
const named = ['eve/leak', ...forks.slice(0, 30)]

/** What happens at GitHub before each round of work. */
const rounds: ((github: PracticeGitHub) => void)[] = [
  () => undefined,
  ({ world: moves }) => {
    for (const name of [...named, ...forks.slice(30, 50)]) moves.disable(name, ours)
  },
  ({ world: moves }) => {
    for (const name of [...forks.slice(0, 5), ...forks.slice(30, 50)]) moves.reinstate(name)
    for (const name of forks.slice(60, 70)) moves.delete(name)
  },
  ({ world: moves }) => {
    for (const name of forks.slice(70, 75)) moves.block(name, 'tos')
    moves.rename('user-80/leak', 'user-80/innocent')
    for (const name of forks.slice(0, 5)) moves.disable(name, ours)
  },
]

/** Everything that must not depend on who was killed when; times do. */
async function stateOf(db: Database) {
  const { orm, tables } = db
  const alerts = await listAlerts(db, { limit: 1000 })
  const repositories = await orm.select().from(tables.repositories)
  return {
    alerts: alerts.map(({ kind, text }) => `${kind}: ${text}`).sort(),
    repositories: repositories
      .map(
        ({ owner, name, availability, blockNoticeUrl }) =>
          `${owner}/${name} ${availability} ${blockNoticeUrl}`,
      )
      .sort(),
    notices: (await listNotices({ db })).map(({ id, kind, status, repositories }) => ({
      id,
      kind,
      status,
      repositories: [...repositories].sort(),
    })),
    overreach: (await listOverreachCases(db)).map(({ repositoryId, repairedAt }) => [
      repositoryId,
      repairedAt !== null,
    ]),
    jobs: (await orm.select().from(tables.jobs)).map(({ kind, key }) => `${kind} ${key}`).sort(),
  }
}

async function startWorking(folder: string, github: PracticeGitHub) {
  const program = join(packageRoot, 'test', 'server', 'working-process.ts')
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, folder, github.url, github.now().toISOString()],
    { cwd: packageRoot, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const gone = once(child, 'close')
  while (!said.includes('ready')) {
    if (child.exitCode !== null) throw new Error(`the worker ended with ${child.exitCode}`)
    await sleep(5)
  }
  child.stdin.write('go\n')
  return {
    end: async () => {
      await gone
      return said
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
      return said
    },
  }
}

it('a worker that is killed at random moments loses nothing, doubles nothing, and tells each thing once', async () => {
  const story = await startStory({ world, leak, startsAt: '2026-11-02T09:00:00Z', checkResponses: false })
  await story.claim({ networks: ['eve/leak'], name: named })
  const [undisturbed, disturbed] = [await temporaryFolder(), await temporaryFolder()]
  await story.app.close()
  for (const folder of [undisturbed, disturbed])
    await cp(story.app.config.dataFolder, folder, { recursive: true })

  const run = async (folder: string, kills: number, random: () => number) => {
    const github = await startPracticeGitHub({
      world,
      clock: () => story.github.now(),
      latency: 15,
      limits: { codeSearch: 1000, search: 1000 },
      checkResponses: false,
    })
    onTestFinished(() => github.close())
    let hit = 0
    for (const happen of rounds) {
      github.advance(25 * hour)
      happen(github)
      for (let left = kills; left > 0; left--) {
        const worker = await startWorking(folder, github)
        await sleep(random() * 700)
        if (!(await worker.kill()).includes('ended')) hit++
        // A killed process keeps its job from the others for ten minutes.
        github.advance(11 * 60_000)
      }
      github.advance((3 - kills) * 11 * 60_000)
      const said = await (await startWorking(folder, github)).end()
      expect(said).toContain('ended')
      expect(said).not.toContain('failed')
    }
    const db = await openDatabase({ folder, clock: github.now })
    onTestFinished(() => db.close())
    return { hit, db, state: await stateOf(db) }
  }

  const whole = await run(undisturbed, 0, mulberry32(1))
  const broken = await run(disturbed, 3, mulberry32(7))
  expect(broken.hit).toBeGreaterThan(5)
  expect(broken.state).toEqual(whole.state)
  expect(broken.state.alerts.filter((text) => text.startsWith('overreach'))).toHaveLength(1)
  expect(broken.state.alerts.filter((text) => text.startsWith('reinstated'))).toHaveLength(5)
  expect(broken.state.alerts.filter((text) => text.startsWith('given-back'))).toHaveLength(1)
  expect(broken.state.repositories.join('\n')).toContain('gone')
  expect(await verifyAudit(broken)).toMatchObject({ ok: true })
  for (const [id, { availability }] of await rebuildStates(broken.db)) {
    const { orm, tables } = broken.db
    const rows = await orm.select().from(tables.repositories)
    expect(rows.find((row) => row.id === id)!.availability).toBe(availability)
  }
}, 240_000)
