import { createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ask, askGraphql } from './ask.ts'
import type { PracticeOptions } from './start.ts'
import { withPracticeGitHub } from './with-practice-github.ts'
import { defineWorld } from './world/definition.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const { privateKey: otherKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const start = new Date('2026-06-01T08:00:00Z')
const seconds = start.getTime() / 1000
const options: PracticeOptions = {
  world: defineWorld({ repositories: [{ owner: 'acme', name: 'sdk', files: { a: 'a' } }] }),
  clock: () => start,
  limits: { core: 3 },
  apps: [
    {
      id: 7,
      slug: 'finder',
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      installations: [70],
    },
  ],
}
const tokens = '/app/installations/70/access_tokens'

function jwt(claims: object = {}, key = privateKey, alg = 'RS256'): string {
  const signed = [
    { alg, typ: 'JWT' },
    { iss: 7, iat: seconds - 60, exp: seconds + 500, ...claims },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
}

describe('an App', () => {
  it('signs in by JWT and gets a token for an hour, which reads and has budgets of its own', async () => {
    await withPracticeGitHub(options, async (github) => {
      expect((await ask(github, '/app', { authorization: jwt() })).body).toMatchObject({ slug: 'finder' })
      const given = await ask(github, tokens, { authorization: jwt() }, 'POST')
      expect(given.status).toBe(201)
      const { token, expires_at: expires } = given.body as { token: string; expires_at: string }
      expect(expires).toBe('2026-06-01T09:00:00Z')
      const authorization = `token ${token}`
      expect((await ask(github, '/repos/acme/sdk', { authorization })).status).toBe(200)
      expect((await ask(github, '/user', { authorization })).body).toMatchObject({
        message: 'Resource not accessible by integration',
      })
      const viewer = await askGraphql(github, '{ viewer { login } }', {}, token)
      expect(viewer.body).toMatchObject({ data: { viewer: { login: 'finder[bot]' } } })
      // Another token of the same installation spends the same budget.
      const second = (await ask(github, tokens, { authorization: jwt() }, 'POST')).body as { token: string }
      const headers = { authorization: `token ${second.token}` }
      expect((await ask(github, '/repos/acme/sdk', headers)).headers.get('x-ratelimit-remaining')).toBe('0')
      github.advance(3_600_000)
      expect((await ask(github, '/repos/acme/sdk', { authorization })).status).toBe(401)
    })
  })

  it.each([
    ['signed with another key', jwt({}, otherKey)],
    ['of another algorithm', jwt({}, privateKey, 'HS256')],
    ['of an unknown App', jwt({ iss: 8 })],
    ['that has ended', jwt({ exp: seconds - 1 })],
    ['for too long', jwt({ exp: seconds + 900 })],
    ['from the future', jwt({ iat: seconds + 30 })],
    ['that is no JWT', 'Bearer practice-token'],
  ])('is refused with a JWT %s', async (_, authorization) => {
    await withPracticeGitHub(options, async (github) => {
      expect((await ask(github, tokens, { authorization }, 'POST')).status).toBe(401)
    })
  })

  it('is refused where it is not installed, with its JWT elsewhere, and with a token nobody gave out', async () => {
    await withPracticeGitHub(options, async (github) => {
      expect((await ask(github, '/repos/acme/sdk', { authorization: jwt() })).status).toBe(401)
      const elsewhere = '/app/installations/71/access_tokens'
      expect((await ask(github, elsewhere, { authorization: jwt() }, 'POST')).status).toBe(404)
      expect((await ask(github, '/repos/acme/sdk', { authorization: 'token ghs_abc' })).status).toBe(401)
    })
  })
})
