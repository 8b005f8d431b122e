import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../server/core/access/roles.ts'
import type { DraftWords } from '../../../server/tasks/notice/draft-words.ts'
import { createApiToken } from '../../../server/tasks/users/api-tokens.ts'
import { addUser } from '../../../server/tasks/users/add-user.ts'
import { faultOf, startCheckedProxy, type CheckedProxy } from './checked-proxy.ts'
import { seed } from './seed/seed.ts'
import { password } from './user-session.ts'
import { startPages, type Pages } from './with-pages.ts'

let pages: Pages
let checked: CheckedProxy
let token: string
let made = 0

beforeAll(async () => {
  pages = await startPages((app) => seed(app))
  checked = await startCheckedProxy(
    pages.url,
    (await (await pages.get('/api/v1/openapi.json')).json()) as object,
  )
  token = await tokenWith(['scan', 'draft'])
})
afterAll(async () => {
  checked.server.close()
  await pages.close()
})

async function tokenWith(scopes: string[], role: Role = 'researcher'): Promise<string> {
  const name = `program-${++made}`
  await addUser(pages.app, { name, roles: [role], password, fullName: name })
  const users = await pages.app.db.orm.select().from(pages.app.db.tables.users)
  const user = users.find((one) => one.name === name)!
  const { token } = await createApiToken(
    { ...pages.app, randomBytes },
    { userId: user.id, name, fullName: name, roles: [role] },
    { label: 'test', scopes },
  )
  return token
}

async function post(path: string, body: object, by = token) {
  const answer = await fetch(checked.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const document = (await answer.json()) as Record<string, unknown>
  expect(faultOf(document)).toBeUndefined()
  return { status: answer.status, document }
}

describe('what a program does is as described', () => {
  it('an official repository', async () => {
    expect(await post('/api/v1/works/orbit-cli/official', { official: 'orbit-labs' })).toEqual({
      status: 200,
      document: { work: 'orbit-cli', official: ['orbit-inc', 'orbit-labs'] },
    })
  })

  it('an official repository no more, by who decides', async () => {
    const path = '/api/v1/works/orbit-cli/official-removal'
    const body = { official: 'Orbit-Labs', reason: 'a stranger' }
    expect((await post(path, body)).status).toBe(403)
    const decider = await tokenWith(['decide'], 'reviewer')
    expect(await post(path, body, decider)).toEqual({
      status: 200,
      document: { work: 'orbit-cli', official: ['orbit-inc'] },
    })
    expect(await post(path, body, decider)).toMatchObject({ status: 400 })
  })

  it('the words of a draft, in part, and only into the draft that was shown', async () => {
    const path = '/api/v1/notices/orbit-cli-2/words'
    const read = async () => {
      const answer = await fetch(checked.url + path, { headers: { authorization: `Bearer ${token}` } })
      const document = (await answer.json()) as DraftWords
      expect(faultOf(document)).toBeUndefined()
      return document
    }
    const before = await read()
    expect(before).toMatchObject({ notice: 'orbit-cli-2', own: [] })
    expect(before.words).toEqual(before.proposed)
    const words = { description: 'Our private tool.\r\nStolen.', openSource: null }
    const written = await post(path, { words, seen: before.seen })
    expect(written).toMatchObject({ status: 200, document: { own: ['description'] } })
    const after = await read()
    expect(after.words).toEqual({ ...before.words, description: 'Our private tool.\nStolen.' })
    expect(after.seen).not.toBe(before.seen)
    for (const [body, code] of [
      [{ words: { description: 'later' }, seen: before.seen }, 'NOTICE_CHANGED'],
      [{ words: { repositories: [] } }, 'WORDS_INVALID'],
    ] as const)
      expect(await post(path, body)).toMatchObject({ status: 400, document: { error: { code } } })
    expect(await post('/api/v1/notices/orbit-cli-1/words', { words })).toMatchObject({
      status: 400,
      document: { error: { code: 'NOTICE_SIGNED' } },
    })
    expect(await read()).toEqual(after)
    const { status } = await post(path, { words: { description: before.words.description } })
    expect([status, (await read()).own]).toEqual([200, []])
    const reader = await tokenWith([])
    expect((await post(path, { words }, reader)).status).toBe(403)
  })

  it('a claimant, whose contact details are not told back', async () => {
    const claimant = {
      name: 'Bo Li',
      role: 'owner',
      organization: 'Orbit Inc.',
      authority: 'Founder',
      email: 'bo@orbit.example',
      phone: '+1 555 0101',
    }
    const { status, document } = await post('/api/v1/works/orbit-cli/claimant', claimant)
    expect(status).toBe(200)
    expect(document).toEqual({ work: 'orbit-cli', name: 'Bo Li', role: 'owner', organization: 'Orbit Inc.' })
  })

  it('a source that is begun, and asked about until it has ended', async () => {
    // A package that no registry can be asked for: npm is started, and says so.
    const begun = await post('/api/v1/works/orbit-cli/versions', { source: 'npm:orbit-of-nobody@0.0.1' })
    expect(begun.status).toBe(202)
    for (;;) {
      const answer = await fetch(`${checked.url}/api/v1/intakes/${String(begun.document['id'])}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const intake = (await answer.json()) as { state: string; problem: { code: string } | null }
      expect(faultOf(intake)).toBeUndefined()
      if (intake.state === 'waiting' || intake.state === 'reading') await sleep(50)
      else {
        expect(intake).toMatchObject({ state: 'failed', problem: { code: expect.stringMatching(/^NPM_/) } })
        return
      }
    }
  })

  it.each([
    ['/api/v1/works', { title: 'A', owner: 'B' }, 400],
    ['/api/v1/works', { title: 'A', owner: 'B', source: '/etc' }, 403],
    ['/api/v1/works', { title: 'Orbit CLI', owner: 'B', source: 'npm:orbit@1.0.0' }, 409],
    ['/api/v1/works/nothing/versions', { source: 'npm:orbit@1.0.0' }, 404],
    ['/api/v1/works/orbit-cli/baselines', { source: 'npm:orbit@1.0.0', reason: ' ' }, 400],
    ['/api/v1/works/orbit-cli/official', { official: 'a/b/c' }, 400],
    ['/api/v1/works/nothing/official', { official: 'a' }, 404],
  ])('%s %j is refused with %i', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status)
  })

  it('nothing without the scope', async () => {
    const reader = await tokenWith([])
    for (const [path, body] of [
      ['/api/v1/works', { title: 'A', owner: 'B', source: 'npm:orbit@1.0.0' }],
      ['/api/v1/works/orbit-cli/official', { official: 'a' }],
    ] as const)
      expect((await post(path, body, reader)).status).toBe(403)
  })
})
