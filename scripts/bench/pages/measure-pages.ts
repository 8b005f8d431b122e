import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { appendEvent } from '../../../db/events/append-event.ts'
import { composeFrom, type App } from '../../../server/compose.ts'
import { readConfig } from '../../../server/config.ts'
import { packageRoot } from '../../../server/package-root.ts'
import { median } from '../measure.ts'
import { fillWork, slug } from './fill-work.ts'

const users = 4
const rounds = 60
const changes = 7

/** How long the server takes for a page with four users at once, beside a request that asks for nothing. */
export async function measurePages(size: { matches: number; events: number }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  const environment = { CLAWBACK_DATA: join(folder, 'data'), PATH: process.env['PATH'] ?? '' }
  try {
    await writeWork(join(folder, 'work'))
    const app = await composeFrom(readConfig(environment, folder), environment)
    await fillWork(app, { folder: join(folder, 'work'), ...size })
    const lines = await withServer(environment, async (url, cookie) => {
      const lines = [
        `pages: ${size.matches} matches, ${size.events} events, ${users} users at once, p95 of ${rounds * users} requests`,
      ]
      const empty = await p95(`${url}/healthz`, cookie)
      lines.push(`  ${pad('an empty page (/healthz)')} ${ms(empty.p95)}`)
      for (const path of paths) {
        const { p95: time, bytes } = await p95(url + path, cookie)
        lines.push(
          `  ${pad(path)} ${ms(time)}, ratio ${(time / empty.p95).toFixed(1)}, ${(bytes / 1000).toFixed(0)} kB`,
        )
      }
      for (const path of ['/', `/works/${slug}`, `/works/${slug}/networks`]) {
        const time = await firstAfterChange(app, url + path, cookie)
        lines.push(`  ${pad(`${path}, the first after a change`)} ${ms(time)}, median of ${changes}`)
      }
      return lines
    })
    await app.close()
    return lines.join('\n')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const paths = [
  '/',
  `/works/${slug}`,
  `/works/${slug}/matches`,
  `/works/${slug}/matches?page=400`,
  `/works/${slug}/matches?q=owner-4999`,
  `/works/${slug}/matches?availability=unknown&strength=weak`,
  `/works/${slug}/matches?network=7`,
  `/works/${slug}/matches/by-network`,
  `/works/${slug}/matches/owner-777/orbit-27`,
  `/works/${slug}/originals`,
  `/works/${slug}/figures`,
  `/works/${slug}/networks`,
  `/works/${slug}/networks/owner-0/orbit-0`,
  `/works/${slug}/networks/owner-0/orbit-0/picture`,
  '/notices',
  '/log',
  '/log?before=40000',
]

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

async function p95(url: string, cookie: string): Promise<{ p95: number; bytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: users })
  const times: number[] = []
  let bytes = await ask(agent, url, cookie)
  await Promise.all(
    Array.from({ length: users }, async () => {
      for (let i = 0; i < rounds; i++) {
        const start = performance.now()
        bytes = await ask(agent, url, cookie)
        times.push(performance.now() - start)
      }
    }),
  )
  agent.destroy()
  times.sort((a, b) => a - b)
  return { p95: times[Math.floor(times.length * 0.95)]!, bytes }
}

/** One user, and every answer that was kept has to be made again. */
async function firstAfterChange({ db }: Pick<App, 'db'>, url: string, cookie: string): Promise<number> {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  for (let i = 0; i < changes; i++) {
    await db.tx((tx) =>
      appendEvent(tx, { actor: 'bench', kind: 'bench.changed', subject: `work:${slug}`, data: { i } }),
    )
    const start = performance.now()
    await ask(agent, url, cookie)
    times.push(performance.now() - start)
  }
  agent.destroy()
  return median(times)
}

function ask(agent: Agent, url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(bytes)
        else reject(new Error(`${url} answered ${String(answer.statusCode)}`))
      })
    }).on('error', reject)
  })
}

function pad(text: string): string {
  return text.padEnd(58)
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1).padStart(7)} ms`
}
