import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { password, postForm, sessionOf, signInAs, type UserSession } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await startPages()
})
afterAll(() => pages.close())

const another = 'four other words that stand'

/** Signs in by name once more, as from another browser. */
async function signInAgain(name: string, word = password, agent = 'A Browser'): Promise<UserSession> {
  const answer = await postForm(pages, '/sign-in', { name, password: word }, { 'user-agent': agent })
  expect(answer.status, await answer.clone().text()).toBe(303)
  return await sessionOf(pages, answer.headers.get('set-cookie')!.split(';')[0]!)
}

describe('a one-time link', () => {
  it('is asked for on a page that stands whatever its address says', async () => {
    for (const query of ['left=provider', 'left=x', 'next=//evil.example', 'next=a&next=b'])
      expect((await pages.ask(`/sign-in?${query}`)).status, query).toBe(200)
  })

  it('is not spent by HEAD, which mail scanners and previews send', async () => {
    const head = await fetch(pages.signInLink, { method: 'HEAD', redirect: 'manual' })
    expect(head.headers.get('set-cookie')).toBeNull()
    const answer = await fetch(pages.signInLink, { redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect((await fetch(pages.signInLink, { redirect: 'manual' })).status).toBe(401)
  })
})

describe('a password that an admin made', () => {
  it('opens nothing but the page where its user chooses their own', async () => {
    const admin = await signInAs(pages, 'boss', ['admin'])
    const made = await (await admin.post('/people', { name: 'new', role: 'auditor' })).text()
    const first = /shown only now: <code>([a-z0-9-]+)<\/code>/.exec(made)![1]!
    const user = await signInAgain('new', first)
    for (const path of ['/', '/log', '/notices']) {
      const answer = await user.get(path)
      expect(answer.headers.get('location'), path).toBe('/account')
    }
    expect((await user.get('/api/v1/works')).status).toBe(403)
    expect((await user.post('/account/tokens', { label: 'mine' })).status).toBe(403)
    expect(await (await user.get('/account')).text()).toContain('Choose a password of your own first')
    expect((await user.post('/account/password', { old: first, password: first })).status, 'the same').toBe(
      400,
    )
    expect((await user.post('/account/password', { old: first, password: another })).status).toBe(303)
    expect((await (await signInAgain('new', another)).get('/log')).status).toBe(200)
  })
})

describe('a change of password', () => {
  it('takes back the tokens for programs and ends every session', async () => {
    const user = await signInAs(pages, 'changer', ['auditor'])
    const other = await signInAgain('changer')
    const html = await (await user.post('/account/tokens', { label: 'mine' })).text()
    const token = /clawback_[\w-]{40,}/.exec(html)![0]
    const byToken = () => pages.ask('/api/v1/works', { headers: { authorization: `Bearer ${token}` } })
    expect((await byToken()).status).toBe(200)
    await user.post('/account/password', { old: password, password: another })
    expect((await byToken()).status).toBe(401)
    expect((await other.get('/log')).status).toBe(401)
  })

  it('is refused after ten wrong guesses, also with the right one', async () => {
    const user = await signInAs(pages, 'guessed', ['auditor'])
    const change = (old: string) => user.post('/account/password', { old, password: another })
    for (let i = 0; i < 10; i++) expect((await change(`guess ${i}`)).status).toBe(400)
    expect((await change(password)).status).toBe(429)
    const other = await signInAs(pages, 'not-guessed', ['auditor'])
    expect((await other.post('/account/password', { old: 'x', password: another })).status).toBe(400)
  })
})

describe('the sessions of somebody', () => {
  it('are listed for them, with what the browser calls itself shown harmlessly', async () => {
    const user = await signInAs(pages, 'lister', ['auditor'])
    await signInAgain('lister', password, '<script>alert(1)</script>')
    const html = await (await user.get('/account')).text()
    expect(html).toContain('2 sessions')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script>alert')
    expect(html.match(/this one/g)).toHaveLength(1)
  })

  it('are ended one by one, or all, by nobody but them', async () => {
    const user = await signInAs(pages, 'ender', ['auditor'])
    const [one, two] = [await signInAgain('ender'), await signInAgain('ender')]
    const ids = async () =>
      [...(await (await user.get('/account')).text()).matchAll(/sessions\/([0-9a-f]{16})\/close/g)].map(
        ([, id]) => id!,
      )
    const [id] = await ids()
    const stranger = await signInAs(pages, 'stranger', ['admin'])
    await stranger.post(`/account/sessions/${id!}/close`)
    expect(await ids()).toHaveLength(2)
    await user.post(`/account/sessions/${id!}/close`)
    expect(await ids()).toHaveLength(1)
    await user.post('/account/sessions/close')
    for (const session of [user, one, two]) expect((await session.get('/log')).status).toBe(401)
    expect((await stranger.get('/log')).status).toBe(200)
  })
})
