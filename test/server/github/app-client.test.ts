import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AppCredentials } from '../../../server/github/app-client.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice } from './open-practice.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const apps = [{ id: 7, slug: 'finder', publicKey: pem, installations: [70] }]
const app: AppCredentials = { appId: '7', installationId: '70', privateKey }
const world = defineWorld({ repositories: [{ owner: 'acme', name: 'sdk', files: { a: 'a' } }] })
const sdk = { owner: 'acme', name: 'sdk' }
const asApp = { tokens: [], app }

describe('an App', () => {
  it('is asked for one token by many requests, and for the next one before the hour has ended', async () => {
    const { github, practice, ledger, close } = await openPractice({ world, apps }, asApp)
    const asked = () => practice.requests.filter(({ path }) => path.startsWith('/app/')).length
    await Promise.all(Array.from({ length: 6 }, () => github.getRepository(sdk)))
    expect(asked()).toBe(1)
    practice.advance(50 * 60_000)
    await github.getRepository(sdk)
    expect(asked()).toBe(1)
    practice.advance(6 * 60_000)
    expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    expect(asked()).toBe(2)
    expect(practice.requests.filter(({ status }) => status === 401)).toEqual([])
    expect(ledger).toHaveLength(practice.requests.length)
    expect(JSON.stringify(ledger)).not.toMatch(/ghs_|eyJ/)
    expect(practice.violations).toEqual([])
    await close()
  })

  it('knows its name without asking for a user, which it is not', async () => {
    const { github, practice, close } = await openPractice({ world, apps }, asApp)
    expect(await github.whoAmI()).toEqual({ login: 'finder[bot]' })
    expect(practice.requests.map(({ path }) => path)).not.toContain('/user')
    await close()
  })

  it('signs by the clock of GitHub when this one is wrong', async () => {
    const { connect, practice, close } = await openPractice({ world, apps })
    for (const minutes of [-20, 20]) {
      const clock = () => new Date(practice.now().getTime() + minutes * 60_000)
      const github = connect({ ...asApp, clock })
      expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    }
    await close()
  })

  it.each([
    ['uninstalled', { ...app, installationId: '71' }],
    [
      'with another key',
      { ...app, privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey },
    ],
    ['unknown', { ...app, appId: '8' }],
  ])('%s is refused: exit code 4, and never "no such repository"', async (_, refused) => {
    const { connect, close } = await openPractice({ world, apps })
    const github = connect({ tokens: [], app: refused })
    await expect(github.getRepository(sdk)).rejects.toMatchObject({
      code: 'GITHUB_CREDENTIALS_REFUSED',
      exitCode: 4,
    })
    await close()
  })

  it('gets another token when the one it has is taken back', async () => {
    const { github, practice, close } = await openPractice({ world, apps }, asApp)
    await github.getRepository(sdk)
    const taken = practice.revokeInstallation(70)
    expect(taken).toBe(1)
    expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    await close()
  })

  it.each(['bad-gateway', 'reset', 'truncated', 'secondary'] as const)(
    'in bad weather (%s) over its token is patient, and could not tell when it lasts',
    async (kind) => {
      const { connect, practice, close } = await openPractice({ world, apps })
      const when = ({ path }: { path: string }) => path.startsWith('/app/')
      practice.plan({ kind, when, times: 2 })
      expect(await connect(asApp).getRepository(sdk)).toMatchObject({ outcome: 'available' })
      practice.plan({ kind, when, times: 1000 })
      expect(await connect(asApp).getRepository(sdk)).toMatchObject({ outcome: 'could-not-tell' })
      await close()
    },
  )

  it('and a token are two budgets, and each is known by itself', async () => {
    const { connect, practice, close } = await openPractice({ world, apps, limits: { core: 4 } })
    const github = connect({ tokens: ['practice', 'bad'], app })
    const each = await github.whoIsEach()
    expect(each.map(({ name, login, problem }) => [name, login, problem?.code])).toEqual([
      ['token 1 of 2', expect.stringMatching(/^viewer-/), undefined],
      ['token 2 of 2', null, 'GITHUB_CREDENTIALS_REFUSED'],
      ['App 7', 'finder[bot]', undefined],
    ])
    for (let i = 0; i < 7; i++) await github.getRepository(sdk)
    const viewers = practice.requests.filter(({ path }) => path.startsWith('/repos/')).map((r) => r.viewer)
    expect(new Set(viewers)).toEqual(new Set(['practice', 'installation 70']))
    expect(practice.requests.filter(({ status }) => status === 403)).toEqual([])
    await close()
  })

  it('speaks with an Enterprise Server too', async () => {
    const { github, practice, close } = await openPractice({ world, apps, enterprise: true }, asApp)
    expect(await github.whoAmI()).toEqual({ login: 'finder[bot]' })
    expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    expect(practice.violations).toEqual([])
    await close()
  })
})
