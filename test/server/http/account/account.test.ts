import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUserRoles } from '../../../../server/tasks/users/set-user-roles.ts'
import { password, postForm, signInAs } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await startPages()
})
afterAll(() => pages.close())

describe('signing in by name', () => {
  it('says the same of a wrong password, a wrong name and a wrong code', async () => {
    await signInAs(pages, 'ada', ['auditor'])
    const bodies = await Promise.all(
      [
        { name: 'ada', password: 'not the password' },
        { name: 'nobody-here', password },
        { name: '', password: '' },
      ].map(async (fields) => {
        const answer = await postForm(pages, '/sign-in', fields)
        expect(answer.status).toBe(401)
        expect(answer.headers.get('set-cookie')).toBeNull()
        return await answer.text()
      }),
    )
    expect(new Set(bodies).size).toBe(1)
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\tx',
    'javascript:alert(1)',
    '/sign-out',
  ])('does not go on to %j', async (next) => {
    const name = `way-${Buffer.from(next).toString('hex').slice(0, 20)}`
    await signInAs(pages, name, ['auditor'])
    const answer = await postForm(pages, '/sign-in', { name, password, next })
    expect(answer.headers.get('location')).toBe('/')
  })
})

describe('a second factor', () => {
  it('is asked for once it is set up, and takes each code once', async () => {
    const user = await signInAs(pages, 'second', ['auditor'])
    const html = await (await user.get('/account')).text()
    const secret = /name="secret" value="([A-Z2-7]+)"/.exec(html)![1]!
    const totp = new TOTP({ issuer: 'Clawback', label: 'second', secret })
    const codeAt = (seconds: number) =>
      totp.generate({ timestamp: pages.app.clock().getTime() + seconds * 1000 })

    expect((await user.post('/account/second-factor', { secret, code: '000000' })).status).toBe(400)
    expect((await user.post('/account/second-factor', { secret, code: codeAt(0) })).status).toBe(303)

    const attempt = (code: string) => postForm(pages, '/sign-in', { name: 'second', password, code })
    expect((await attempt('')).status).toBe(401)
    expect((await attempt(codeAt(0))).status, 'the code that set it up').toBe(401)
    expect((await attempt(codeAt(30))).status).toBe(303)
    expect((await attempt(codeAt(30))).status, 'the same code again').toBe(401)
    expect(await (await user.get('/account')).text()).not.toContain(secret)
  })

  it('is not replaced from a session that somebody else may hold', async () => {
    const user = await signInAs(pages, 'taken', ['auditor'])
    const now = pages.app.clock().getTime()
    const setUp = (secret: string) =>
      user.post('/account/second-factor', {
        secret,
        code: new TOTP({ issuer: 'Clawback', label: 'taken', secret }).generate({ timestamp: now }),
      })
    expect((await setUp('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')).status).toBe(303)
    const again = await setUp('KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU')
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('SECOND_FACTOR_SET')
  })
})

describe('a password', () => {
  it('is changed by who knows it, which ends every session', async () => {
    const user = await signInAs(pages, 'changer', ['auditor'])
    const next = 'another four plain words'

    expect((await user.post('/account/password', { old: 'wrong', password: next })).status).toBe(400)
    expect((await user.post('/account/password', { old: password, password: 'short' })).status).toBe(400)
    expect((await user.post('/account/password', { old: password, password: next })).status).toBe(303)

    expect((await user.get('/')).status).toBe(401)
    expect((await postForm(pages, '/sign-in', { name: 'changer', password })).status).toBe(401)
    expect((await postForm(pages, '/sign-in', { name: 'changer', password: next })).status).toBe(303)
  })
})

describe('a token for programs', () => {
  it('reads the API without a cookie, until it is taken back', async () => {
    const user = await signInAs(pages, 'maker', ['reviewer'])
    const html = await (await user.post('/account/tokens', { label: 'nightly', scope: 'decide' })).text()
    const token = /clawback_[\w-]{43}/.exec(html)![0]
    const ask = () => pages.ask('/api/v1/works', { headers: { authorization: `Bearer ${token}` } })

    expect((await ask()).status).toBe(200)
    expect(await (await user.get('/account')).text()).not.toContain(token)
    const id = /\/account\/tokens\/(\d+)\/remove/.exec(await (await user.get('/account')).text())![1]!
    const other = await signInAs(pages, 'stranger', ['admin'])
    await other.post(`/account/tokens/${id}/remove`)
    expect((await ask()).status, 'another user cannot take it back').toBe(200)
    await user.post(`/account/tokens/${id}/remove`)
    expect((await ask()).status).toBe(401)
  })

  it('goes no further than its user, and never signs or manages', async () => {
    const user = await signInAs(pages, 'small', ['reviewer', 'signatory', 'admin'])
    for (const scope of ['sign', 'manage', 'scan', 'everything']) {
      expect((await user.post('/account/tokens', { label: 'x', scope })).status, scope).toBe(400)
    }
  })

  it('makes no token, removes none and changes no way to sign in, whatever its user may', async () => {
    const user = await signInAs(pages, 'leaker', ['researcher', 'reviewer'])
    const html = await (await user.post('/account/tokens', { label: 'reads' })).text()
    const headers = { authorization: `Bearer ${/clawback_[\w-]{43}/.exec(html)![0]}` }
    const id = /\/account\/tokens\/(\d+)\/remove/.exec(await (await user.get('/account')).text())![1]!
    for (const [path, fields] of [
      ['tokens', { label: 'wider', scope: 'decide' }],
      [`tokens/${id}/remove`, {}],
      ['second-factor', { secret: 'JBSWY3DPEHPK3PXP', code: '000000' }],
      ['password', { old: password, password: 'another four plain words' }],
    ] as const) {
      expect((await postForm(pages, `/account/${path}`, fields, headers)).status, path).toBe(403)
    }
    expect((await pages.ask('/api/v1/works', { headers })).status).toBe(200)
  })

  it('is worth no more than its user is today', async () => {
    const user = await signInAs(pages, 'fallen', ['admin', 'reviewer'])
    const html = await (await user.post('/account/tokens', { label: 'x', scope: 'decide' })).text()
    const token = /clawback_[\w-]{43}/.exec(html)![0]
    const headers = { authorization: `Bearer ${token}` }
    expect((await pages.ask('/people', { headers })).status, 'its user may, its scopes do not').toBe(403)
    await setUserRoles(pages.app, { name: 'fallen', roles: ['auditor'] })
    expect((await pages.ask('/api/v1/works', { headers })).status).toBe(200)
  })
})
