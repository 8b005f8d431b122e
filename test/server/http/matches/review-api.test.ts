import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../../server/core/access/roles.ts'
import { showMatch } from '../../../../server/tasks/show-match.ts'
import { addUser } from '../../../../server/tasks/users/add-user.ts'
import { createApiToken } from '../../../../server/tasks/users/api-tokens.ts'
import { faultOf, startCheckedProxy, type CheckedProxy } from '../checked-proxy.ts'
import { seed } from '../seed/seed.ts'
import { password } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

const api = '/api/v1/works/orbit-cli'

let pages: Pages
let checked: CheckedProxy
let deciding: string

beforeAll(async () => {
  pages = await startPages((app) => seed(app, 8))
  const description = (await (await pages.get('/api/v1/openapi.json')).json()) as object
  checked = await startCheckedProxy(pages.url, description)
  deciding = await tokenOf('ada', ['reviewer'], ['decide'])
})
afterAll(async () => {
  checked.server.close()
  await pages.close()
})

async function tokenOf(name: string, roles: Role[], scopes: string[]): Promise<string> {
  const fullName = `${name} in full`
  await addUser(pages.app, { name, roles, password, fullName })
  const users = await pages.app.db.orm.select().from(pages.app.db.tables.users)
  const userId = users.find((one) => one.name === name)!.id
  const person = { userId, name, fullName, roles }
  return (await createApiToken({ ...pages.app, randomBytes }, person, { label: 'test', scopes })).token
}

async function ask(path: string, body?: object, by = deciding) {
  const answer = await fetch(checked.url + api + path, {
    headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  const document = (await answer.json()) as Record<string, unknown>
  expect(faultOf(document)).toBeUndefined()
  return { status: answer.status, document }
}

const fork = (n: number) => `forker-${n}/orbit-leak`
const fairUse = 'Whole private work republished.'

describe('a decision by a program', () => {
  it('is about the evidence that it gives back, in the name of whose token it is', async () => {
    const { document } = await ask(`/matches/${fork(0)}`)
    const body = { decision: 'infringing', reason: 'compared', fairUse, seen: document['evidence'] }
    const stale = await ask(`/matches/${fork(0)}/review`, { ...body, seen: '0'.repeat(64) })
    expect(stale).toMatchObject({ status: 400, document: { error: { code: 'REVIEW_UNSEEN' } } })
    expect(await ask(`/matches/${fork(0)}/review`, body)).toMatchObject({
      status: 200,
      document: { reviewed: 1, named: 1, repositories: [fork(0)] },
    })
    const { reviews } = await showMatch(pages.app, 'orbit-cli', fork(0))
    expect(reviews).toMatchObject([{ decision: 'infringing', reviewer: 'ada in full', bulk: null }])
  })

  it('about many is previewed, recorded as previewed, shown, and taken back', async () => {
    const selection = { decision: 'infringing', repositories: [fork(1), fork(2), 'look/alike'] }
    const { document: preview } = await ask('/reviews/preview', selection)
    expect(preview).toMatchObject({ selected: 3, repositories: [fork(1), fork(2)] })
    const { document: result } = await ask('/reviews', {
      ...selection,
      reason: 'the same',
      fairUse,
      seen: preview['seen'],
    })
    expect(result).toMatchObject({ reviewed: 2, refused: [{ repository: 'look/alike', code: 'decided' }] })
    const path = `/reviews/${String(result['bulk'])}`
    expect((await ask(path)).document).toMatchObject({ open: [fork(1), fork(2)], takenBack: [] })
    expect((await ask(`${path}/back`, {})).document).toMatchObject({ takenBack: 2, left: [] })
    expect((await ask(path)).document).toMatchObject({ open: [], takenBack: [fork(1), fork(2)] })
  })

  it('takes all of a list, and never both a list and names', async () => {
    const list = 'network=10&decision=none'
    const { document } = await ask('/reviews/preview', { decision: 'not-ours', list })
    expect(document['selected']).toBe(8)
    const both = await ask('/reviews/preview', { decision: 'not-ours', list, repositories: [fork(1)] })
    expect(both).toMatchObject({ status: 400, document: { error: { code: 'REQUEST_INVALID' } } })
    expect((await ask('/reviews/preview', { decision: 'not-ours', list: 'network=x' })).status).toBe(400)
    expect((await ask('/reviews/99')).status).toBe(404)
  })

  it('needs the scope, and a person behind it', async () => {
    const reading = await tokenOf('bo', ['reviewer'], [])
    const scanning = await tokenOf('cy', ['researcher'], ['scan', 'draft'])
    const body = { decision: 'not-ours', reason: 'r', seen: '0'.repeat(64) }
    for (const by of [reading, scanning]) {
      expect((await ask(`/matches/${fork(3)}/review`, body, by)).status).toBe(403)
      expect((await ask('/reviews/preview', { decision: 'not-ours', list: '' }, by)).status).toBe(403)
      expect((await ask('/reviews', { ...body, list: '' }, by)).status).toBe(403)
      expect((await ask('/reviews/1/back', {}, by)).status).toBe(403)
    }
    // A session without its form's token is somebody's cookie, not their act.
    const answer = await pages.ask(`${api}/matches/${fork(3)}/review`, {
      method: 'POST',
      headers: { cookie: await pages.cookie(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(403)
  })
})
