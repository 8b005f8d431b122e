import { describe, expect, it } from 'vitest'
import { createGitHub } from '../../../server/github/create-github.ts'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { collect, inRepository, openPractice, valueOf } from './open-practice.ts'

const world = defineWorld({
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      files: { 'a.ts': 'export const alpha = 1\n', 'b.ts': 'export const beta = 2\n' },
    },
    { owner: 'bob', name: 'sdk', forkOf: 'acme/sdk' },
  ],
})
const sdk = { owner: 'acme', name: 'sdk' }

describe('a client', () => {
  it('knows whose token it has', async () => {
    const { github, close } = await openPractice({ world })
    expect((await github.whoAmI()).login).toMatch(/^viewer-/)
    await close()
  })

  it('ends with exit code 4 when GitHub refuses every token, whatever was asked', async () => {
    const { connect, practice, close } = await openPractice({ world })
    const github = connect({ tokens: ['bad'] })
    const refused = { code: 'GITHUB_CREDENTIALS_REFUSED', exitCode: 4 }
    await expect(github.whoAmI()).rejects.toMatchObject(refused)
    await expect(connect({ tokens: ['bad'] }).getRepository(sdk)).rejects.toMatchObject(refused)
    await expect(collect(connect({ tokens: ['bad'] }).listForks(sdk))).rejects.toMatchObject(refused)
    // A refused token is not tried again.
    const before = practice.requests.length
    await expect(github.getRepository(sdk)).rejects.toMatchObject(refused)
    expect(practice.requests).toHaveLength(before)
    await close()
  })

  it('goes on with the other token when one is refused', async () => {
    const { connect, practice, close } = await openPractice({ world })
    const github = connect({ tokens: ['bad', 'good'] })
    for (let i = 0; i < 3; i++)
      expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    expect(practice.requests.filter(({ status }) => status === 401)).toHaveLength(1)
    await close()
  })

  it('says that GitHub could not be reached, and what is safe to do', async () => {
    const { connect, close } = await openPractice({ world })
    await close()
    const github = connect()
    await expect(github.whoAmI()).rejects.toMatchObject({ code: 'GITHUB_UNREACHABLE', exitCode: 4 })
    expect(await github.getRepository(sdk)).toMatchObject({
      outcome: 'could-not-tell',
      reason: expect.stringContaining('ECONNREFUSED'),
      httpStatus: null,
    })
  })

  it('needs a token', () => {
    const build = () =>
      createGitHub({
        apiUrl: 'https://api.github.com',
        tokens: [],
        clock: () => new Date(0),
        sleep: () => Promise.resolve(),
        random: () => 0,
        ledger: () => undefined,
        userAgent: 'test',
        patience: 0,
      })
    expect(build).toThrow(expect.objectContaining({ code: 'GITHUB_TOKEN_MISSING', exitCode: 2 }))
  })

  it('speaks with an Enterprise Server: other roots, and no limits in its headers', async () => {
    const { github, practice, waits, close } = await openPractice({ world, enterprise: true })
    expect(practice.url).toMatch(/\/api\/v3$/)
    expect(await github.getRepository(sdk)).toMatchObject({ outcome: 'available' })
    const forks = (await collect(github.listForks(sdk))).flatMap((page) => valueOf(page).forks)
    expect(forks).toHaveLength(1)
    for (let i = 0; i < 12; i++) valueOf(await github.searchCode({ query: 'alpha' }))
    expect(waits).toEqual([])
    expect(practice.violations).toEqual([])
    await close()
  })

  it('writes every request into the ledger, with what it cost, and no token anywhere', async () => {
    const { github, practice, ledger, close } = await openPractice({ world })
    await github.getRepository(sdk)
    await collect(github.listForks(sdk))
    await github.searchCode({ query: '"alpha beta" extension:ts' })
    const { heads } = valueOf(await github.listHeads(sdk))
    const { entries } = valueOf(await github.readTree(sdk, heads[0]!.tree))
    await github.readBlobs(inRepository(sdk, entries))
    expect(ledger.map(({ bucket, cost, status }) => ({ bucket, cost, status }))).toEqual(
      practice.requests.map(({ bucket, cost, status }) => ({ bucket, cost, status })),
    )
    expect(ledger.find(({ bucket }) => bucket === 'code_search')?.path).toBe(
      '/search/code?q=%22alpha%20beta%22%20extension%3Ats&per_page=100&page=1',
    )
    expect(JSON.stringify(ledger)).not.toContain('practice')
    expect(practice.violations).toEqual([])
    await close()
  })
})
