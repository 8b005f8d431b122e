import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await startPages()
})
afterAll(() => pages.close())

const closed = [
  '/',
  '/works/x',
  '/works/x/matches',
  '/works/x/matches.csv',
  '/notices',
  '/log',
  '/metrics',
  '/nowhere',
]

describe('without a session', () => {
  it.each(closed)('%s tells a person how to sign in, and nothing else', async (path) => {
    const answer = await pages.ask(path)

    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await answer.text()
    expect(html).toContain('<h1>Sign in</h1>')
    expect(html).toContain('clawback serve')
    expect(html).not.toContain('href="/notices"')
  })

  it.each(['/api/v1/works', '/api/v1/openapi.json', '/api/v1/nowhere'])(
    '%s tells a program in JSON',
    async (path) => {
      const answer = await pages.ask(path)

      expect(answer.status).toBe(401)
      expect(await answer.json()).toMatchObject({
        error: { code: 'SIGN_IN_NEEDED', fix: expect.stringContaining('clawback serve') },
      })
    },
  )

  it.each(['/healthz', '/readyz', '/sign-in'])('%s is open', async (path) => {
    expect((await pages.ask(path)).status).toBe(200)
  })

  it('a made-up session is none', async () => {
    const port = new URL(pages.url).port
    const answer = await pages.ask('/', { headers: { cookie: `clawback_${port}=AAAA; clawback_${port}=` } })
    expect(answer.status).toBe(401)
  })
})

describe('the link', () => {
  it('opens one session, leaves no token in the address, and is spent', async () => {
    const first = await fetch(pages.signInLink, { redirect: 'manual' })
    const second = await fetch(pages.signInLink, { redirect: 'manual' })

    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/')
    expect(second.status).toBe(401)
    expect(await second.text()).toContain('SIGN_IN_LINK_SPENT')
    expect(second.headers.get('set-cookie')).toBeNull()
  })

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const cookie = (await signIn()).headers.get('set-cookie')!

    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).toContain('Path=/')
    expect(cookie).toContain('Max-Age=43200')
    expect(cookie).toMatch(new RegExp(`^clawback_${new URL(pages.url).port}=[\\w-]{43};`))
  })

  it('is asked for anew without telling it to whoever asks', async () => {
    const before = pages.printed.length
    const answer = await pages.ask('/sign-in/link', { method: 'POST' })
    const again = await pages.ask('/sign-in/link', { method: 'POST' })

    expect(answer.status).toBe(303)
    expect(await answer.text()).not.toContain('token')
    expect(answer.headers.get('location')).toBe('/sign-in')
    expect(again.status).toBe(303)
    expect(pages.printed.length - before, 'at most one in a few seconds').toBeLessThanOrEqual(1)
  })

  it.each(['?token=', '?token=a&token=b', `?token=${'x'.repeat(4000)}`])(
    '%s opens nothing',
    async (query) => {
      expect((await pages.ask(`/sign-in${query}`)).status).toBe(401)
    },
  )
})

describe('signing out', () => {
  it('ends the session on the server, not only in the browser', async () => {
    const cookie = (await signIn()).headers.get('set-cookie')!.split(';')[0]!
    expect((await pages.ask('/', { headers: { cookie } })).status).toBe(200)

    const answer = await pages.ask('/sign-out', { method: 'POST', headers: { cookie } })

    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toContain('Expires=Thu, 01 Jan 1970')
    expect((await pages.ask('/', { headers: { cookie } })).status).toBe(401)
  })
})

/** By a fresh server's first link, since each opens one session. */
async function signIn(): Promise<Response> {
  const other = await startPages()
  await pages.close()
  pages = other
  return await fetch(pages.signInLink, { redirect: 'manual' })
}
