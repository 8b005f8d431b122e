import { TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { changePassword } from '../../../../server/tasks/users/change-password.ts'
import { addUser } from '../../../../server/tasks/users/add-user.ts'
import { setSecondFactor } from '../../../../server/tasks/users/set-second-factor.ts'
import { password, postForm } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages

beforeEach(async () => {
  pages = await startPages()
  await addUser(pages.app, { name: 'counsel', roles: ['signatory'], password, fullName: 'Ada Diaz' })
})
afterEach(() => pages.close())

interface Attempt {
  from: string
  name?: string
  word?: string
  code?: string
  device?: string
}

/** As a proxy on this machine hands it on. */
async function attempt({ from, name = 'counsel', word = 'a wrong guess', code = '', device = '' }: Attempt) {
  const headers = { 'x-forwarded-for': from, cookie: device }
  return await postForm(pages, '/sign-in', { name, password: word, code }, headers)
}

/** Ten wrong passwords, or as many as it takes. */
async function guess(count: number, of: (n: number) => Attempt) {
  const answers = []
  for (let n = 0; n < count; n++) answers.push((await attempt(of(n))).status)
  return answers
}

async function knownDevice(): Promise<string> {
  const answer = await attempt({ from: '198.51.100.7', word: password })
  const cookies = answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('clawback_device_'))
  expect(cookies).toEqual([expect.stringMatching(/; Path=\/sign-in; .*HttpOnly; SameSite=Strict$/)])
  return cookies[0]!.split(';')[0]!
}

it('who guesses one name from one address is refused after ten, and locks nobody else out', async () => {
  expect(await guess(12, () => ({ from: '203.0.113.5' }))).toEqual([...Array<number>(10).fill(401), 429, 429])
  const refused = await attempt({ from: '203.0.113.5', word: password })
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('TOO_MANY_ATTEMPTS')
  expect((await attempt({ from: '203.0.113.5', name: 'Counsel ' })).status, 'the same name').toBe(429)
  expect((await attempt({ from: '198.51.100.7', word: password })).status).toBe(303)
})

it('who changes the last part of an IPv6 address is one and the same', async () => {
  const answers = await guess(11, (n) => ({ from: `2001:db8:1:2::${n + 1}` }))
  expect(answers.at(-1)).toBe(429)
})

it('one name guessed from everywhere is slowed, and its user comes in all the same', async () => {
  await guess(10, (n) => ({ from: `203.0.113.${n + 1}` }))
  const before = performance.now()
  const crowd = [101, 101, 102, 103].map((n) => attempt({ from: `203.0.113.${n}` }))
  const answers = (await Promise.all(crowd)).map(({ status }) => status)
  expect(answers.sort(), 'an address has one place').toEqual([401, 401, 401, 429])
  expect(performance.now() - before).toBeGreaterThan(3 * 2_900)
  expect((await attempt({ from: '198.51.100.7', word: password })).status).toBe(303)
}, 60_000)

it('a browser that the user signed in with waits for nobody, and has ten failures of its own', async () => {
  const device = await knownDevice()
  await guess(12, () => ({ from: '203.0.113.5' }))
  const answer = await attempt({ from: '203.0.113.5', word: password, device })
  expect(answer.status).toBe(303)
  expect(await guess(11, (n) => ({ from: `203.0.113.${n + 50}`, device }))).toEqual([
    ...Array<number>(10).fill(401),
    429,
  ])
})

it('vouches for no other name, not when changed, and not after the password was', async () => {
  const device = await knownDevice()
  await addUser(pages.app, { name: 'other', roles: ['auditor'], password, fullName: 'Other' })
  const blocked = { from: '203.0.113.5', word: password }
  await guess(10, () => ({ from: '203.0.113.5' }))
  await guess(10, () => ({ from: '203.0.113.5', name: 'other' }))
  expect((await attempt({ ...blocked, name: 'other', device })).status).toBe(429)
  const bent = device.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  for (const made of [bent, device.split('.')[0]!, `${device.split('=')[0]!}=.`, `${device.split('=')[0]!}=`])
    expect((await attempt({ ...blocked, device: made })).status).toBe(429)

  const next = 'four other words entirely'
  await changePassword(pages.app, { name: 'counsel', old: password, password: next })
  expect((await attempt({ ...blocked, word: next, device })).status).toBe(429)
})

it('the code of a second factor waits for nobody, lets nobody in by itself, and is good for ten guesses', async () => {
  const now = () => pages.app.clock()
  const totp = new TOTP({ secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
  const codeAt = (steps: number) => totp.generate({ timestamp: now().getTime() + steps * 30_000 })
  const secret = totp.secret.base32
  await setSecondFactor(pages.app, { name: 'counsel', secret, code: codeAt(-1) })
  await guess(12, () => ({ from: '203.0.113.5' }))
  const blocked = { from: '203.0.113.5' }
  expect((await attempt({ ...blocked, word: password, code: '000000' })).status).toBe(429)
  expect((await attempt({ ...blocked, word: password, code: codeAt(-1) })).status, 'used').toBe(429)
  expect((await attempt({ ...blocked, word: password, code: codeAt(0) })).status).toBe(303)

  const code = codeAt(1)
  expect(await guess(11, () => ({ ...blocked, code }))).toEqual([...Array<number>(10).fill(401), 429])
})

it('many names guessed from one address are slowed, and not refused', async () => {
  await guess(30, (n) => ({ from: '203.0.113.5', name: `name-${n}` }))
  const before = performance.now()
  expect((await attempt({ from: '203.0.113.5', word: password })).status).toBe(303)
  expect(performance.now() - before).toBeGreaterThan(2_900)
}, 60_000)
