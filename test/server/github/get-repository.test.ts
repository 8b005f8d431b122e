import { afterEach, describe, expect, it } from 'vitest'
import { defineWorld } from '../../practice-github/world/definition.ts'
import { openPractice } from './open-practice.ts'

const NOTICE = 'https://github.com/github/dmca/blob/master/2026/06/2026-06-02-acme.md'
const bobs = { owner: 'bob', name: 'sdk' }

const world = defineWorld({
  users: [{ login: 'acme', type: 'Organization' }],
  repositories: [
    {
      owner: 'acme',
      name: 'sdk',
      id: 1001,
      files: { 'a.ts': 'export const a = 1\n' },
      license: 'MIT',
      stars: 12,
    },
    { owner: 'bob', name: 'sdk', id: 1002, forkOf: 'acme/sdk' },
    { owner: 'kim', name: 'kit', id: 1003, forkOf: 'bob/sdk' },
    { owner: 'zoe', name: 'empty', id: 1004 },
  ],
})

let close = () => Promise.resolve()
async function open(
  ...options: [Partial<Parameters<typeof openPractice>[0]>?, Parameters<typeof openPractice>[1]?]
) {
  const opened = await openPractice({ world, ...options[0] }, options[1])
  close = async () => {
    await opened.close()
    expect(opened.practice.violations).toEqual([])
  }
  return opened
}
afterEach(() => close())

describe('a repository', () => {
  it('that is there comes ready to store, with its parent and the root of its network', async () => {
    const { github, practice } = await open()
    const answer = await github.getRepository({ owner: 'kim', name: 'kit' })
    expect(answer).toMatchObject({
      outcome: 'available',
      httpStatus: 200,
      renamedFrom: null,
      networkCount: 2,
      repository: {
        id: 1003,
        owner: 'kim',
        name: 'kit',
        fork: true,
        parentId: 1002,
        networkRootId: 1001,
        rootObservedAt: practice.now(),
        license: 'MIT',
        defaultBranch: 'main',
        private: false,
      },
      parent: { id: 1002, owner: 'bob' },
      root: { id: 1001, owner: 'acme', networkRootId: 1001, stars: 12 },
    })
  })

  it('that is no fork is the root of its own network', async () => {
    const { github } = await open()
    expect(await github.getRepository({ owner: 'acme', name: 'sdk' })).toMatchObject({
      repository: { id: 1001, fork: false, parentId: null, networkRootId: 1001 },
      parent: null,
      root: null,
    })
  })

  it('that was renamed is followed, by name and by id, and its new name is told', async () => {
    const { github, practice, ledger } = await open()
    practice.world.rename('bob/sdk', 'robert/toolkit')
    expect(await github.getRepository(bobs)).toMatchObject({
      outcome: 'available',
      repository: { id: 1002, owner: 'robert', name: 'toolkit' },
      renamedFrom: bobs,
    })
    expect(ledger.map(({ path, status }) => [path, status])).toEqual([
      ['/repos/bob/sdk', 301],
      ['/repositories/1002', 200],
    ])
    expect(await github.getRepository(1002)).toMatchObject({
      repository: { owner: 'robert' },
      renamedFrom: null,
    })
  })

  it('asked for in another case was not renamed', async () => {
    const { github } = await open()
    expect(await github.getRepository({ owner: 'BOB', name: 'Sdk' })).toMatchObject({
      repository: { owner: 'bob', name: 'sdk' },
      renamedFrom: null,
    })
  })

  it('that was disabled says under which notice and since when, after a rename too', async () => {
    const { github, practice } = await open()
    practice.world.disable('bob/sdk', NOTICE)
    const disabled = {
      outcome: 'disabled',
      httpStatus: 451,
      block: { reason: 'dmca', htmlUrl: NOTICE, createdAt: practice.now() },
    }
    expect(await github.getRepository(bobs)).toMatchObject(disabled)
    practice.world.rename('bob/sdk', 'robert/toolkit')
    expect(await github.getRepository(bobs)).toMatchObject(disabled)
    practice.world.reinstate('robert/toolkit')
    expect(await github.getRepository(1002)).toMatchObject({ outcome: 'available' })
  })

  it('that GitHub blocked is told apart from a limit that answers with the same status', async () => {
    const { github, practice, waits } = await open()
    practice.world.block('bob/sdk', 'tos')
    expect(await github.getRepository(bobs)).toMatchObject({
      outcome: 'blocked',
      httpStatus: 403,
      block: { reason: 'tos', htmlUrl: 'https://github.com/tos' },
    })
    expect(waits).toEqual([])
    practice.leave('practice', 'core', 0)
    expect(await github.getRepository(bobs)).toMatchObject({ outcome: 'blocked' })
    expect(waits).not.toEqual([])
  })

  it('that was deleted or hidden is gone', async () => {
    const { github, practice } = await open()
    practice.world.delete('zoe/empty')
    practice.world.makePrivate('bob/sdk')
    expect(await github.getRepository(1004)).toMatchObject({ outcome: 'gone', httpStatus: 404 })
    expect(await github.getRepository(bobs)).toMatchObject({ outcome: 'gone' })
  })

  it('is never called gone because GitHub is ill', async () => {
    const { github, practice } = await open()
    for (const kind of ['bad-gateway', 'server-error', 'reset', 'truncated'] as const) {
      practice.plan({ kind, times: 5 })
      const answer = await github.getRepository(bobs)
      expect(answer).toMatchObject({ outcome: 'could-not-tell', retryAt: expect.any(Date) })
      expect(await github.getRepository(bobs)).toMatchObject({ outcome: 'available' })
    }
  })

  it('that did not change is free of charge with a cache', async () => {
    const kept = new Map<string, { etag: string; body: Uint8Array }>()
    const cache = {
      get: (key: string) => Promise.resolve(kept.get(key)),
      put: (key: string, answer: { etag: string; body: Uint8Array }) => {
        kept.set(key, answer)
        return Promise.resolve()
      },
    }
    const { github, practice, ledger } = await open({}, { cache })
    const first = await github.getRepository(bobs)
    expect(await github.getRepository(bobs)).toEqual(first)
    expect(ledger.map(({ status, notModified, cost }) => ({ status, notModified, cost }))).toEqual([
      { status: 200, notModified: false, cost: 1 },
      { status: 304, notModified: true, cost: 0 },
    ])
    expect(practice.requests.map(({ cost }) => cost)).toEqual([1, 0])
    practice.world.star('bob/sdk', 7)
    expect(await github.getRepository(bobs)).toMatchObject({ httpStatus: 200, repository: { stars: 7 } })
    // What was kept may be damaged; it is then asked for anew.
    for (const [key, answer] of kept) kept.set(key, { ...answer, body: answer.body.subarray(0, 40) })
    expect(await github.getRepository(bobs)).toMatchObject({ outcome: 'available', repository: { stars: 7 } })
  })

  it('whose name would lead elsewhere in the API is refused before anything is sent', async () => {
    const { github, practice } = await open()
    await expect(github.getRepository({ owner: 'bob', name: '..' })).rejects.toMatchObject({
      code: 'GITHUB_NAME_INVALID',
    })
    expect(practice.requests).toEqual([])
    expect(await github.getRepository({ owner: 'bob', name: '../acme/sdk' })).toMatchObject({
      outcome: 'gone',
    })
  })
})
