import { Agent, get } from 'node:http'
import { performance } from 'node:perf_hooks'
import { appendEvent } from '../../../db/events/append-event.ts'
import type { App } from '../../../server/compose.ts'
import { median } from '../measure.ts'
import { slug } from './fill-work.ts'
import { withFilledServer, type Size } from './with-filled-server.ts'

const users = 4
const rounds = 60
const changes = 7

/** How long the server takes for a page with four users at once, beside a request that asks for nothing. */
export async function measurePages(size: Size): Promise<string> {
  return await withFilledServer(size, async ({ app, url, cookie }) => {
    const lines = [
      `pages: ${size.matches} matches, ${size.events} events, ${users} users at once, p95 of ${rounds * users} requests; bytes as they are sent`,
    ]
    const empty = await p95(`${url}/healthz`, cookie)
    lines.push(`  ${pad('an empty page (/healthz)')} ${ms(empty.p95)}`)
    const weights: { path: string; bytes: number }[] = []
    for (const path of paths) {
      const { p95: time, bytes } = await p95(url + path, cookie)
      weights.push({ path, bytes })
      lines.push(`  ${pad(path)} ${ms(time)}, ratio ${(time / empty.p95).toFixed(1)}, ${kb(bytes)}`)
    }
    for (const path of ['/', `/works/${slug}`, `/works/${slug}/networks`]) {
      const time = await firstAfterChange(app, url + path, cookie)
      lines.push(`  ${pad(`${path}, the first after a change`)} ${ms(time)}, median of ${changes}`)
    }
    const heaviest = weights
      .filter(({ path }) => !path.endsWith('/picture'))
      .sort((a, b) => b.bytes - a.bytes)
    for (const { path, bytes } of heaviest.slice(0, 3)) lines.push(`  ${pad(`heavy: ${path}`)} ${kb(bytes)}`)
    return lines.join('\n')
  })
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
    get(url, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (answer) => {
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

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
