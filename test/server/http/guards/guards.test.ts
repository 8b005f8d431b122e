import { request } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../../../../server/start-server.ts'
import { isLoopback } from '../../../../server/http/guards/loopback.ts'
import { createLogger } from '../../../../server/logger.ts'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await startPages()
})
afterAll(() => pages.close())

describe('a host that others may reach', () => {
  it.each(['0.0.0.0', '::', '192.168.1.10', 'clawback.example', '127.0.0.1.example', ''])(
    '%s is refused until there are users',
    async (host) => {
      const starting = startServer(pages.app, { host, port: 0, logger: createLogger('silent') })
      await expect(starting).rejects.toMatchObject({ code: 'HOST_NEEDS_USERS', exitCode: 2 })
    },
  )

  it('is any that is not 127.0.0.0/8, ::1 or localhost', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => isLoopback(address) === address.startsWith('127.')))
    expect(['localhost', '::1', '127.0.0.1'].every(isLoopback)).toBe(true)
  })
})

it('a port in use is said to be, with what to do', async () => {
  const port = Number(new URL(pages.url).port)
  const starting = startServer(pages.app, { host: '127.0.0.1', port, logger: createLogger('silent') })
  await expect(starting).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    exitCode: 2,
    message: expect.stringContaining(String(port)),
    fix: expect.stringContaining('--port'),
  })
})

describe('the Host header', () => {
  it.each([
    'evil.example',
    'evil.example:4000',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.0.0.2',
    '@127.0.0.1',
  ])('%s is refused, also where nobody needs to sign in', async (host) => {
    expect((await askAs(host, '/healthz')).status).toBe(421)
    expect((await askAs(host, '/sign-in')).status).toBe(421)
  })

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]', 'localhost:9999'])(
    '%s is served',
    async (host) => {
      expect((await askAs(host, '/healthz')).status).toBe(200)
    },
  )
})

describe('a POST from another site', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('with %o is refused', async (headers) => {
    const answer = await pages.ask('/sign-out', {
      method: 'POST',
      headers: headers as Record<string, string>,
    })
    expect(answer.status).toBe(403)
  })

  it('from a page of ours is served', async () => {
    expect(
      (await pages.ask('/sign-out', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(303)
    expect((await pages.ask('/sign-out', { method: 'POST', headers: { origin: pages.url } })).status).toBe(
      303,
    )
  })
})

describe('everything behind the sign-in', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s, whatever the path', async (method) => {
    const cookie = await pages.cookie()
    for (const path of ['/', '/notices', '/api/v1/works', '/nowhere']) {
      const answer = await pages.ask(path, { method, headers: { cookie } })
      expect(answer.status, `${method} ${path}`).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST')
    }
  })
})

describe('headers', () => {
  const policy =
    "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'"

  it.each(['/', '/api/v1/works', '/nowhere', '/sign-in', '/healthz'])(
    '%s allows nothing inline or foreign',
    async (path) => {
      const { headers } = await pages.get(path)
      expect(headers.get('content-security-policy')).toBe(policy)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )

  it.each(['/', '/notices', '/log', '/api/v1/works', '/metrics', '/nowhere', '/sign-in'])(
    '%s is kept in no cache',
    async (path) => {
      expect((await pages.get(path)).headers.get('cache-control')).toBe('no-store')
    },
  )

  it('what the frame loads is kept for good, under a name that changes with it', async () => {
    const html = await (await pages.ask('/sign-in')).text()
    const urls = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
    expect(urls.length).toBe(3)
    for (const url of urls) {
      const answer = await pages.ask(url)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect(url).toMatch(/\.[0-9a-f]{12}\.(css|js|svg)$/)
    }
  })
})

/** fetch() sets Host itself; this says what it is told. */
function askAs(host: string, path: string): Promise<{ status: number }> {
  const { port } = new URL(pages.url)
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, headers: { host }, setHost: false }, (res) => {
      res.resume()
      resolve({ status: res.statusCode! })
    })
    req.on('error', reject).end()
  })
}
