import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openProvider } from '../../../../server/oidc/open-provider.ts'
import { listEvents } from '../../../../server/tasks/list-events.ts'
import { runDoctor } from '../../../../server/tasks/run-doctor.ts'
import { findUser } from '../../../../db/queries/users.ts'
import { createApiToken } from '../../../../server/tasks/users/api-tokens.ts'
import { addUser } from '../../../../server/tasks/users/add-user.ts'
import { removeUser } from '../../../../server/tasks/users/remove-user.ts'
import { setSecondFactor } from '../../../../server/tasks/users/set-second-factor.ts'
import { setUserEmail } from '../../../../server/tasks/users/set-user-email.ts'
import { newSecondFactor } from '../../../../server/tasks/users/second-factor.ts'
import { startHostileProvider, type HostileProvider, type Lies } from '../../oidc/hostile-provider.ts'
import { client, signInAtProvider, startRealProvider, type RealProvider } from '../../oidc/real-provider.ts'
import { password, postForm } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

const settings = (issuer: string) => ({
  issuer,
  clientId: client.id,
  clientSecret: client.secret,
  name: 'Orbit Login',
  redirectUrl: null,
})

/** The cookies that an answer sets, as a browser sends them back. */
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .join('; ')

async function begin(pages: Pages, next = '/log'): Promise<{ start: string; cookie: string }> {
  const answer = await pages.ask(`/sign-in/provider?next=${encodeURIComponent(next)}`)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return { start: answer.headers.get('location')!, cookie: cookiesOf(answer) }
}

const comeBack = (pages: Pages, address: string, cookie: string) => {
  const { pathname, search } = new URL(address)
  return pages.ask(pathname + search, { headers: { cookie } })
}

const add = (pages: Pages, name: string, email?: string) =>
  addUser(pages.app, { name, roles: ['auditor'], password, ...(email === undefined ? {} : { email }) })

describe('a real provider', () => {
  let provider: RealProvider
  let pages: Pages

  beforeAll(async () => {
    provider = await startRealProvider({
      ada: { email: 'Ada@Orbit.example', email_verified: true },
      bo: { email: 'bo@orbit.example', email_verified: false },
      cy: { email: 'cy@orbit.example', email_verified: true },
      'ada-again': { email: 'ada@orbit.example', email_verified: true },
      kit: { email: 'kit@orbit.example', email_verified: true },
      dee: { email: 'dee@orbit.example', email_verified: true },
      stranger: { email: 'eve@elsewhere.example', email_verified: true },
    })
    pages = await startPages(undefined, { ...openProvider(settings(provider.issuer)), only: false })
    provider.register(`${pages.url}/sign-in/provider/return`)
    await add(pages, 'ada', 'ada@orbit.example')
    await add(pages, 'bo', 'bo@orbit.example')
    await add(pages, 'cy@orbit.example')
  })
  afterAll(async () => {
    await pages.close()
    await provider.close()
  })

  async function signIn(login: string): Promise<Response> {
    const { start, cookie } = await begin(pages)
    return await comeBack(pages, await signInAtProvider(start, login), cookie)
  }

  it('lets in who has the verified address of a user, to the page that they asked for', async () => {
    expect(await (await pages.ask('/sign-in')).text()).toContain('Sign in with Orbit Login')
    const answer = await signIn('ada')
    expect(answer.status, await answer.clone().text()).toBe(303)
    expect(answer.headers.get('location')).toBe('/log')
    const session = answer.headers.getSetCookie().find((line) => !line.includes('attempt'))!
    expect(session).toMatch(/HttpOnly/)
    const account = await pages.ask('/account', { headers: { cookie: session.split(';')[0]! } })
    expect(await account.text()).toContain('provider')
    const [opened, linked] = await listEvents(pages.app, { limit: 2 })
    expect(opened).toMatchObject({ kind: 'session.opened', actor: 'ada', data: { via: 'provider' } })
    expect(linked).toMatchObject({ kind: 'user.linked', data: { subject: 'ada', issuer: provider.issuer } })
  })

  it('asks with PKCE, state and nonce, each new', async () => {
    const [one, other] = [await begin(pages), await begin(pages)].map(
      ({ start }) => new URL(start).searchParams,
    )
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one!.get(name)!.length, name).toBeGreaterThan(40)
      expect(one!.get(name)).not.toBe(other!.get(name))
    }
    expect(one!.get('code_challenge_method')).toBe('S256')
  })

  it('lets in nobody by an address that it has not verified, or that nobody here has', async () => {
    for (const login of ['bo', 'stranger']) {
      const answer = await signIn(login)
      expect(answer.status, login).toBe(403)
      expect(await answer.text()).toContain('PROVIDER_STRANGER')
      expect(cookiesOf(answer)).not.toMatch(/clawback_\d+=[\w-]{20}/)
    }
  })

  it('knows somebody by their subject afterwards, and takes nobody else who was given their address', async () => {
    await signIn('ada')
    await setUserEmail(pages.app, { name: 'bo', email: '' })
    const other = await signIn('ada-again')
    expect(other.status).toBe(403)
    expect((await signIn('ada')).status).toBe(303)
    // An admin can say that it is so: the next to come with the address is who is meant.
    await setUserEmail(pages.app, { name: 'ada', email: 'ada@orbit.example' })
    expect((await signIn('ada-again')).status).toBe(303)
    expect((await signIn('ada')).status).toBe(403)
    await setUserEmail(pages.app, { name: 'ada', email: 'ada@orbit.example' })
  })

  it('does not take a name for an address where another address was set', async () => {
    await add(pages, 'kit@orbit.example', 'kim@orbit.example')
    expect((await signIn('kit')).status).toBe(403)
    await setUserEmail(pages.app, { name: 'kit@orbit.example', email: '' })
    expect((await signIn('kit')).status).toBe(303)
  })

  it('puts out whoever came in by an address that was mistyped, with the tokens that they made', async () => {
    await add(pages, 'dora', 'dee@orbit.example')
    const wrong = cookiesOf(await signIn('dee'))
    expect((await pages.ask('/account', { headers: { cookie: wrong } })).status).toBe(200)
    const dora = (await findUser(pages.app.db, 'dora'))!
    const made = { label: 'mine', scopes: [] }
    const person = { userId: dora.id, name: 'dora', fullName: 'dora', roles: dora.roles }
    const { token } = await createApiToken({ ...pages.app, randomBytes }, person, made)

    await setUserEmail(pages.app, { name: 'dora', email: 'dora@orbit.example' })
    for (const headers of [{ cookie: wrong }, { authorization: `Bearer ${token}` }])
      expect((await pages.ask('/api/v1/works', { headers })).status).toBe(401)
  })

  it('lets in by a name that is the address, and no more once they are removed', async () => {
    expect((await signIn('cy')).status).toBe(303)
    await removeUser(pages.app, 'cy@orbit.example')
    expect((await signIn('cy')).status).toBe(403)
  })

  it('answers one browser once', async () => {
    const { start, cookie } = await begin(pages)
    const address = await signInAtProvider(start, 'ada')
    const stolen = await comeBack(pages, address, '')
    expect(await stolen.text()).toContain('PROVIDER_ATTEMPT_UNKNOWN')
    expect((await comeBack(pages, address, cookie)).status).toBe(303)
    const again = await comeBack(pages, address, cookie)
    expect(again.status).toBe(401)
    expect(await again.text()).toContain('PROVIDER_REFUSED')
  })

  it('is left alone by HEAD', async () => {
    const { start, cookie } = await begin(pages)
    const { pathname, search } = new URL(await signInAtProvider(start, 'ada'))
    await pages.ask(pathname + search, { method: 'HEAD', headers: { cookie } })
    expect((await pages.ask(pathname + search, { headers: { cookie } })).status).toBe(303)
  })

  it('does not spare a second factor that was set up here', async () => {
    const { secret } = newSecondFactor('ada', (size) => Buffer.alloc(size, 7))
    const totp = new TOTP({ issuer: 'Clawback', label: 'ada', secret })
    const code = (seconds: number) =>
      totp.generate({ timestamp: pages.app.clock().getTime() + seconds * 1000 })
    await setSecondFactor(pages.app, { name: 'ada', secret, code: code(-30) })
    const answer = await signIn('ada')
    expect(answer.headers.get('location')).toBe('/sign-in/code?next=%2Flog')
    const cookie = cookiesOf(answer)
    expect((await pages.ask('/log', { headers: { cookie } })).status, 'not in yet').toBe(401)
    const wrong = await postForm(pages, '/sign-in/code', { code: '000000', next: '/log' }, { cookie })
    expect(wrong.status).toBe(401)
    const right = await postForm(pages, '/sign-in/code', { code: code(0), next: '/log' }, { cookie })
    expect(right.headers.get('location')).toBe('/log')
    expect((await pages.ask('/log', { headers: { cookie: cookiesOf(right) } })).status).toBe(200)
    expect((await pages.ask('/sign-in/code', { headers: { cookie } })).status, 'that one is over').toBe(303)
  })

  it('is checked by doctor, by name', async () => {
    const config = {
      dataFolder: pages.app.folder,
      host: 'h',
      port: 1,
      github: { apiUrl: 'a', tokens: [], app: null, proxy: null },
      mail: { smtpUrl: null, from: null },
    }
    const check = async (issuer: string) =>
      (await runDoctor({ ...pages.app, config: { ...config, oidc: settings(issuer) } })).checks.find(
        ({ name }) => name === 'OIDC_ISSUER',
      )
    expect(await check(provider.issuer)).toMatchObject({ state: 'ok' })
    expect(await check(`${provider.issuer}/other`)).toMatchObject({ state: 'failed' })
    expect(await check('http://127.0.0.1:1')).toMatchObject({ state: 'failed' })
  })
})

describe('a provider that lies', () => {
  let provider: HostileProvider
  let pages: Pages

  beforeAll(async () => {
    provider = await startHostileProvider(client.id)
    pages = await startPages(undefined, { ...openProvider(settings(provider.issuer)), only: true })
    await add(pages, 'ada', 'ada@orbit.example')
  })
  beforeEach(() => {
    provider.lies = {}
  })
  afterAll(async () => {
    await pages.close()
    await provider.close()
  })

  /** As an honest browser comes back from an honest provider, but for the changes. */
  async function attempt(change: (query: URLSearchParams) => void = () => undefined): Promise<Response> {
    const { start, cookie } = await begin(pages)
    const asked = new URL(start).searchParams
    provider.nonce = asked.get('nonce')!
    const query = new URLSearchParams({ code: 'c0de', state: asked.get('state')!, iss: provider.issuer })
    change(query)
    return await comeBack(pages, `${pages.url}/sign-in/provider/return?${query.toString()}`, cookie)
  }

  it('is believed while it does not', async () => {
    expect((await attempt()).status).toBe(303)
  })

  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const seconds = () => Math.floor(Date.now() / 1000)
  const lies: [string, Lies][] = [
    ['a nonce of another attempt', { claims: (claims) => ({ ...claims, nonce: 'another' }) }],
    ['no nonce', { claims: ({ nonce: _, ...claims }) => claims }],
    ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
    ['a token for another client', { claims: (claims) => ({ ...claims, aud: 'other' }) }],
    [
      'a token for several clients, handed on by another',
      { claims: (claims) => ({ ...claims, aud: [client.id, 'other'], azp: 'other' }) },
    ],
    ['an expired token', { claims: (claims) => ({ ...claims, iat: seconds() - 900, exp: seconds() - 600 }) }],
    ['a token of tomorrow', { claims: (claims) => ({ ...claims, nbf: seconds() + 86_400 }) }],
    ['a token without subject', { claims: ({ sub: _, ...claims }) => claims }],
    [
      'an unsigned token',
      {
        token: ({ payload, header }) => {
          const part = (one: unknown) => Buffer.from(JSON.stringify(one)).toString('base64url')
          return `${part({ ...header, alg: 'none' })}.${part(payload)}.`
        },
      },
    ],
    [
      'a token whose signature is cut off',
      { token: ({ header, payload, sign }) => sign(header, payload).replace(/[^.]+$/, '') },
    ],
    [
      'a token signed by somebody else',
      { token: ({ header, payload, sign }) => sign(header, payload, other) },
    ],
    [
      'a token whose claims were changed afterwards',
      {
        token: ({ header, payload, sign }) => {
          const [head, , signature] = sign(header, payload).split('.')
          const forged = Buffer.from(JSON.stringify({ ...payload, sub: 'admin' })).toString('base64url')
          return `${head}.${forged}.${signature}`
        },
      },
    ],
    ['an answer that is no token', { token: () => 'nonsense' }],
    ['no answer at all', { answer: { status: 500, body: {} } }],
    ['an error', { answer: { status: 400, body: { error: 'invalid_grant' } } }],
  ]

  it.each(lies)('lets nobody in with %s', async (_, lie) => {
    provider.lies = lie
    const answer = await attempt()
    expect([401, 503]).toContain(answer.status)
    expect(await answer.text()).toMatch(/PROVIDER_(UNTRUE|REFUSED|UNREACHABLE)/)
    expect(cookiesOf(answer)).not.toMatch(/clawback_\d+=[\w-]{20}/)
  })

  it.each<[string, (query: URLSearchParams) => void]>([
    ['a state of another attempt', (query) => query.set('state', 'another')],
    ['no state', (query) => query.delete('state')],
    ['the answer of another provider (mix-up)', (query) => query.set('iss', 'https://evil.example')],
    ['no word of whose answer it is', (query) => query.delete('iss')],
    ['two codes', (query) => query.append('code', 'other')],
  ])('is not asked for a token with %s', async (_, change) => {
    const before = provider.codesTaken.length
    const answer = await attempt(change)
    expect(answer.status).toBe(401)
    expect(provider.codesTaken).toHaveLength(before)
  })

  it('is told of a refusal in words, and shows nothing of a stranger’s', async () => {
    const answer = await attempt((query) => {
      query.delete('code')
      query.set('error', 'access_denied')
      query.set('error_description', '<script>alert(1)</script> call +1 555 0100')
    })
    const html = await answer.text()
    expect(answer.status).toBe(401)
    expect(html).toContain('access denied')
    expect(html).not.toContain('555 0100')
  })

  it('does not let an unverified address in, nor a text for true', async () => {
    await setUserEmail(pages.app, { name: 'ada', email: 'ada@orbit.example' })
    for (const email_verified of [false, 'true', 1, undefined]) {
      provider.lies = { claims: (claims) => ({ ...claims, sub: 'new', email_verified }) }
      expect((await attempt()).status, String(email_verified)).toBe(403)
    }
  })

  it('describes itself as another, and is not asked', async () => {
    const liar = await startHostileProvider(client.id)
    liar.lies = { description: (description) => ({ ...description, issuer: 'https://evil.example' }) }
    await expect(openProvider(settings(liar.issuer)).begin('http://127.0.0.1/x')).rejects.toMatchObject({
      code: 'PROVIDER_UNTRUE',
    })
    await liar.close()
    await expect(openProvider(settings(liar.issuer)).begin('http://127.0.0.1/x')).rejects.toMatchObject({
      code: 'PROVIDER_UNREACHABLE',
    })
  })

  it('is the only way in where it is said to be', async () => {
    expect(await (await pages.ask('/sign-in')).text()).not.toContain('name="password"')
    const answer = await postForm(pages, '/sign-in', { name: 'ada', password })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('PASSWORDS_OFF')
  })
})
