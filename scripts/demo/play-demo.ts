import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../server/start-server.ts'
import { composeFrom } from '../../server/compose.ts'
import { readConfig, readEnvironment } from '../../server/config.ts'
import { createLogger } from '../../server/logger.ts'
import { createProgress } from '../progress.ts'
import { untilStopped } from '../until-stopped.ts'
import { demoEnvironment } from './demo-environment.ts'
import { loadPractice } from './load-practice.ts'
import { runDemo, type DemoOutcome } from './run-demo.ts'
import { createTell } from './tell.ts'

/**
 * Plays the demo in a data folder of its own, which goes when the demo ends. The practice GitHub's search limit is
 * widened, so that nobody waits for it; every other rule is GitHub's.
 */
export async function playDemo(options: { once?: boolean; port?: number; json?: boolean }): Promise<0 | 1> {
  const { startPracticeGitHub, incident } = await loadPractice()
  const folder = await mkdtemp(join(tmpdir(), 'clawback-demo-'))
  const { world, truth } = incident()
  const github = await startPracticeGitHub({ world, limits: { codeSearch: 600, search: 600 } })
  const environment = demoEnvironment(readEnvironment(process.cwd()))
  const config = readConfig(environment, process.cwd())
  const app = await composeFrom(
    {
      ...config,
      dataFolder: join(folder, 'data'),
      github: { apiUrl: github.url, tokens: ['practice'], app: null, proxy: null },
    },
    environment,
    github.now,
  )
  const progress = createProgress(process.stderr)
  const out = options.json === true ? process.stderr : process.stdout
  try {
    const tell = createTell((text) => {
      progress.end()
      out.write(text)
    })
    const outcome = await runDemo(app, github, truth, {
      folder,
      tell,
      progress: process.stderr.isTTY ? progress.report : () => undefined,
    })
    progress.end()
    const good = isGood(outcome)
    out.write(`\n${describe(outcome, truth.copies.length, truth.never.length)}\n`)
    if (options.json === true) process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`)
    if (options.once !== true) {
      const server = await startServer(app, {
        host: config.host,
        port: options.port ?? config.port,
        logger: createLogger('warn'),
      })
      out.write(`\nLook around: ${server.signInLink}\nStop with Ctrl+C; the demo's data goes with it.\n`)
      // Whoever started this from a page follows the link there, and takes the demo along when they end.
      if (process.connected) process.send?.({ signIn: server.signInLink })
      await Promise.race([untilStopped(), untilLeftAlone()])
      await server.close()
    }
    return good ? 0 : 1
  } finally {
    await app.close()
    await github.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A process that another one started by a channel ends with it, also when that one was killed. */
function untilLeftAlone(): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) return
    if (process.connected) process.once('disconnect', resolve)
    else resolve()
  })
}

function isGood({ missed, wronglyNamed, disabled, audit }: DemoOutcome): boolean {
  return missed.length === 0 && wronglyNamed.length === 0 && disabled.length > 0 && audit
}

function describe({ named, missed, wronglyNamed }: DemoOutcome, copies: number, others: number): string {
  if (missed.length > 0 || wronglyNamed.length > 0) {
    return `Not as it should be. Missed: ${missed.join(', ') || 'none'}. Wrongly named: ${wronglyNamed.join(', ') || 'none'}.`
  }
  return `Named: all ${copies} copies (${named.length} repositories) and none of the ${others} others.`
}
