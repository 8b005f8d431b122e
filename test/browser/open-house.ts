import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../server/start-server.ts'
import { composeFrom } from '../../server/compose.ts'
import { readConfig } from '../../server/config.ts'
import { createLogger } from '../../server/logger.ts'
import { openWorker } from '../../server/worker.ts'
import { startPracticeGitHub, type PracticeGitHub } from '../practice-github/start.ts'
import { incident, STARTS_AT } from '../practice-github/worlds/incident.ts'

export interface House {
  url: string
  /** Good once, as the terminal shows it. */
  signInLink: string
  github: PracticeGitHub
  /** What the server or the worker complained about. */
  complaints: string[]
  close: () => Promise<void>
}

/** All that `serve` is, on a new data folder, in front of a practice GitHub where the incident has just begun. */
export async function openHouse(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-house-'))
  const ahead = Date.parse(STARTS_AT) - Date.now()
  const github = await startPracticeGitHub({
    world: incident().world,
    limits: { codeSearch: 600, search: 600 },
    clock: () => new Date(Date.now() + ahead),
  })
  const environment = {
    CLAWBACK_DATA: join(folder, 'data'),
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: 'practice',
  }
  const app = await composeFrom(readConfig(environment, folder), environment, github.now)
  const complaints: string[] = []
  const logger = createLogger('warn', { write: (line) => void complaints.push(line) })
  const server = await startServer(app, { host: '127.0.0.1', port: 0, holder: 'the holder', logger })
  const worker = await openWorker(app, {
    tellDone: () => undefined,
    tellFailure: ({ kind, code }) => void complaints.push(`${kind}: ${code}`),
  })
  const stop = new AbortController()
  const working = worker.run(stop.signal)
  return {
    url: server.url,
    signInLink: server.signInLink!,
    github,
    complaints,
    close: async () => {
      stop.abort()
      await server.close()
      await working
      await worker.close()
      await app.close()
      await github.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
