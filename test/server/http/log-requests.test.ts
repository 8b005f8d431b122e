import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed } from './seed/seed.ts'
import { startPages, type Pages } from './with-pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await startPages((app) => seed(app))
})
afterAll(() => pages.close())

describe('the log of the server', () => {
  it('has a line for each request: what was asked for by route, the answer, the time', async () => {
    await pages.cookie()
    pages.logged.length = 0
    await (await pages.get('/works/orbit-cli/matches?q=remix&decision=none')).text()
    await (await pages.get('/works/orbit-cli/matches/remix/transfer-tools')).text()
    await (await pages.get('/nowhere/at/all')).text()
    await settled(3)

    expect(pages.logged.map((line) => JSON.parse(line) as object)).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        method: 'GET',
        route: '/works/:slug/matches',
        status: 200,
        ms: expect.any(Number),
        msg: 'request',
      },
      {
        level: 'info',
        time: expect.any(String),
        method: 'GET',
        route: '/works/:slug/matches/:owner/:name',
        status: 200,
        ms: expect.any(Number),
        msg: 'request',
      },
      {
        level: 'info',
        time: expect.any(String),
        method: 'GET',
        route: 'unmatched',
        status: 404,
        ms: expect.any(Number),
        msg: 'request',
      },
    ])
  })

  it('keeps no query, no name, no token, no cookie', async () => {
    const cookie = await pages.cookie()
    await fetch(pages.signInLink, { redirect: 'manual' })
    await (
      await pages.get('/works/orbit-cli/matches?q=someones-secret', {
        authorization: 'Bearer someones-secret',
      })
    ).text()
    await (await pages.get('/someones-secret')).text()
    await settled(3)

    const log = pages.logged.join('')
    expect(log).not.toContain('someones-secret')
    expect(log).not.toContain(new URL(pages.signInLink).searchParams.get('token'))
    expect(log).not.toContain(cookie.split('=')[1])
    expect(log).not.toContain('orbit')
  })
})

describe('the counters', () => {
  it('count by route and status, and grow by nothing that a client makes up', async () => {
    for (const path of ['/made-up-1', '/made-up-2', '/notices', '/notices'])
      await (await pages.get(path)).text()
    await pages.ask('/', { method: 'PROPFIND' })
    const text = await (await pages.get('/metrics')).text()

    expect(text).toMatch(/^clawback_http_requests_total\{method="GET",route="\/notices",status="200"\} 2$/m)
    expect(text).toMatch(/^clawback_http_requests_total\{method="OTHER",route="unmatched",status="401"\} 1$/m)
    expect(text).not.toMatch(/made-up|PROPFIND/)
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^# (HELP|TYPE) \w+ .+$|^\w+(\{[^}]*\})? [\d.e+-]+$/)
  })
})

describe('when the database cannot answer', () => {
  it('a page says so without details, the log says where, and the server is not ready', async () => {
    const broken = await startPages((app) => seed(app))
    await broken.cookie()
    await broken.app.db.close()
    const answer = await broken.get('/works/orbit-cli')
    const html = await answer.text()
    const ready = await broken.ask('/readyz')
    const alive = await broken.ask('/healthz')
    await broken.close()

    expect(answer.status).toBe(500)
    expect(html).toContain('Something went wrong')
    expect(html).not.toMatch(/select|database connection|node_modules| at /i)
    expect([ready.status, alive.status]).toEqual([503, 200])
    const failure = broken.logged
      .map((line) => JSON.parse(line) as { level: string; err?: { at: string[] } })
      .find(({ level }) => level === 'error')
    expect(failure?.err?.at.length).toBeGreaterThan(0)
    expect(JSON.stringify(failure)).not.toContain('orbit-cli')
  })
})

/** The line is written when the answer has gone out. */
async function settled(lines: number): Promise<void> {
  await expect.poll(() => pages.logged.length).toBeGreaterThanOrEqual(lines)
}
