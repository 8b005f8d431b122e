import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { composeFrom } from '../../server/compose.ts'
import { readConfig } from '../../server/config.ts'
import { startPracticeGitHub } from '../../test/practice-github/start.ts'
import { march2026 } from '../../test/practice-github/worlds/march-2026.ts'
import { reachLines } from '../notice-text.ts'
import { writeProgramText } from './program-text.ts'
import { replayMarch2026 } from './replay-march-2026.ts'

const leak = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`internal/module-${i}.ts`, writeProgramText(1000 + i, 2500)]),
)
const sdk = { 'README.md': '# Orbit SDK\n', 'lib/client.ts': writeProgramText(1, 3000) }

/** March 2026 at full size: what the guard says, what the notices name, what the retraction gives back. */
export async function measureMarch2026(size: number, copies: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  const world = march2026({ sdk, leak }, size, copies)
  const github = await startPracticeGitHub({ world: world.world, enterprise: true, checkResponses: false })
  const environment = {
    CLAWBACK_DATA: join(folder, 'data'),
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: 'practice',
  }
  const app = await composeFrom(readConfig(environment, folder), process.env, () => github.now())
  try {
    for (const [path, text] of Object.entries(leak)) {
      await mkdir(dirname(join(folder, 'leak', path)), { recursive: true })
      await writeFile(join(folder, 'leak', path), text)
    }
    const started = performance.now()
    const replay = await replayMarch2026(app, github, { world, source: join(folder, 'leak') })
    const named = replay.notices.flatMap(({ repositories }) => repositories)
    const wrong = named.filter((name) => !world.copies.includes(name))
    const missed = world.copies.filter((name) => !named.includes(name))
    const innocent = new Set(world.innocent)
    const swept = replay.report.overreach.filter(({ repository }) => innocent.has(repository))
    const stays = replay.retraction.text.split('\n').filter((line) => line.startsWith('https://github.com/'))
    return [
      `march-2026: ${((performance.now() - started) / 1000).toFixed(0)} s`,
      ...reachLines([replay.reach]).map((line) => `  ${line}`),
      `  refused: ${replay.refusals.map(({ code }) => code).join(', ')}`,
      `  ${replay.notices.length} notices name ${named.length}; wrongly named ${wrong.length}, missed ${missed.length}`,
      `  GitHub swept all: ${swept.length} of ${world.innocent.length} innocent ones told; the retraction keeps ${new Set(stays).size} addresses disabled`,
    ].join('\n')
  } finally {
    await app.close()
    await github.close()
    await rm(folder, { recursive: true, force: true })
  }
}
