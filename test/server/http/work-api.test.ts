import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiToken } from '../../../server/tasks/users/api-tokens.ts'
import { addUser } from '../../../server/tasks/users/add-user.ts'
import { faultOf, startCheckedProxy, type CheckedProxy } from './checked-proxy.ts'
import { seed } from './seed/seed.ts'
import { password } from './user-session.ts'
import { startPages, type Pages } from './with-pages.ts'

let pages: Pages
let checked: CheckedProxy
let token: string

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

async function tokenWith(scopes: string[]): Promise<string> {
  const name = `program-${scopes.join('-')}`
  await addUser(pages.app, { name, roles: ['researcher'], password, fullName: name })
  const users = await pages.app.db.orm.select().from(pages.app.db.tables.users)
  const user = users.find((one) => one.name === name)!
  const made = await createApiToken(
    { ...pages.app, randomBytes },
    { userId: user.id, name, fullName: name, roles: ['researcher'] },
    { label: 'test', scopes },
  )
  return made.token
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
