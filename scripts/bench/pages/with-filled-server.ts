import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeFrom, type App } from '../../../server/compose.ts'
import { readConfig } from '../../../server/config.ts'
import { packageRoot } from '../../../server/package-root.ts'
import { fillWork } from './fill-work.ts'

export interface Size {
  matches: number
  events: number
}

export interface FilledServer {
  /** The same database, from this process. */
  app: App
  url: string
  /** Of somebody signed in. */
  cookie: string
}

/** `clawback serve` over a work in its worst week, for as long as it is measured. */
export async function withFilledServer<Result>(
  size: Size,
  measure: (server: FilledServer) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  const environment = { CLAWBACK_DATA: join(folder, 'data'), PATH: process.env['PATH'] ?? '' }
  try {
    await writeWork(join(folder, 'work'))
    const app = await composeFrom(readConfig(environment, folder), environment)
    await fillWork(app, { folder: join(folder, 'work'), ...size })
    const result = await withServer(environment, (url, cookie) => measure({ app, url, cookie }))
    await app.close()
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeWork(folder: string): Promise<void> {
  await mkdir(join(folder, 'src'), { recursive: true })
  for (let i = 0; i < 200; i++) {
    const lines = Array.from(
      { length: 30 },
      (_, n) => `export function orbitStep${i}x${n}(a: number): number { return a * ${i} + transfer${n}(a) }`,
    )
    await writeFile(join(folder, 'src', `${i}.ts`), lines.join('\n'))
  }
}

async function withServer<Result>(
  environment: Record<string, string>,
  work: (url: string, cookie: string) => Promise<Result>,
): Promise<Result> {
  const server = spawn(join(packageRoot, 'scripts', 'clawback'), ['serve', '--port', '0', '--json'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const { url, signIn } = await new Promise<{ url: string; signIn: string }>((resolve, reject) => {
      let text = ''
      server.stdout.on('data', (part) => {
        text += String(part)
        if (text.trimEnd().endsWith('}')) resolve(JSON.parse(text) as { url: string; signIn: string })
      })
      server.on('close', () => reject(new Error('clawback serve ended')))
    })
    const answer = await fetch(signIn, { redirect: 'manual' })
    return await work(url, answer.headers.get('set-cookie')!.split(';')[0]!)
  } finally {
    server.kill('SIGKILL')
  }
}
