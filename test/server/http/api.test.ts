import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../../server/http/openapi/operations.ts'
import { listMatches } from '../../../server/tasks/list-matches.ts'
import { listWorks } from '../../../server/tasks/list-works.ts'
import { listNotices } from '../../../server/tasks/notice/list-notices.ts'
import { showNotice } from '../../../server/tasks/notice/show-notice.ts'
import { showMatch } from '../../../server/tasks/show-match.ts'
import { showStatus } from '../../../server/tasks/show-status.ts'
import { showWork } from '../../../server/tasks/show-work.ts'
import { faultOf, startCheckedProxy, type CheckedProxy } from './checked-proxy.ts'
import { hostileRepository } from './seed/hostile.ts'
import { seed } from './seed/seed.ts'
import { startPages, type Pages } from './with-pages.ts'

let pages: Pages
let checked: CheckedProxy

beforeAll(async () => {
  pages = await startPages((app) => seed(app))
  const description = (await (await pages.get('/api/v1/openapi.json')).json()) as object
  checked = await startCheckedProxy(pages.url, description)
})
afterAll(async () => {
  checked.server.close()
  await pages.close()
})

describe('a document is the one that the command prints', () => {
  it.each([
    ['/api/v1/works', () => listWorks(pages.app)],
    ['/api/v1/works/orbit-cli', () => showWork(pages.app, 'orbit-cli')],
    ['/api/v1/works/orbit-cli/matches', () => listMatches(pages.app, 'orbit-cli', {})],
    [
      '/api/v1/works/orbit-cli/matches?strength=weak',
      () => listMatches(pages.app, 'orbit-cli', { strength: 'weak' }),
    ],
    [
      '/api/v1/works/orbit-cli/matches/remix/transfer-tools',
      () => showMatch(pages.app, 'orbit-cli', 'remix/transfer-tools'),
    ],
    ['/api/v1/notices', () => listNotices(pages.app)],
    ['/api/v1/notices/orbit-cli-1', () => showNotice(pages.app, 'orbit-cli-1')],
    ['/api/v1/status', () => showStatus(pages.app)],
    ['/api/v1/status?work=orbit-cli', () => showStatus(pages.app, 'orbit-cli')],
  ])('%s', async (path, task) => {
    const answer = await pages.get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(await task())))
  })
})

describe('the description is true', () => {
  it.each([
    '/api/v1/works',
    '/api/v1/works/orbit-cli',
    '/api/v1/works/orbit-cli/matches',
    '/api/v1/works/orbit-cli/matches?strength=strong,weak,none&class=exact&decision=none&availability=available&q=orbit',
    '/api/v1/works/orbit-cli/matches/remix/transfer-tools',
    `/api/v1/works/orbit-cli/matches/${hostileRepository}`,
    '/api/v1/notices',
    '/api/v1/notices/orbit-cli-1',
    '/api/v1/notices/orbit-cli-2',
    '/api/v1/status',
  ])('%s answers as described', async (path) => {
    const answer = await fetch(checked.url + path, { headers: { cookie: await pages.cookie() } })
    expect({ status: answer.status, fault: faultOf(await answer.json()) }).toEqual({
      status: 200,
      fault: undefined,
    })
  })

  it.each([
    ['/api/v1/works/nothing', 404],
    ['/api/v1/notices/nothing', 404],
    ['/api/v1/works/orbit-cli/matches?strength=loud', 400],
    ['/api/v1/works/orbit-cli/matches/no/body', 404],
    ['/api/v1/works/orbit-cli/matches/-/-', 400],
    ['/api/v1/status?work=nothing', 404],
  ])('%s refuses as described, with %i', async (path, status) => {
    const answer = await fetch(checked.url + path, { headers: { cookie: await pages.cookie() } })
    const body = await answer.json()
    expect({ status: answer.status, fault: faultOf(body) }).toEqual({ status, fault: undefined })
    expect(body).toMatchObject({
      error: { code: expect.stringMatching(/^[A-Z_]+$/), fix: expect.any(String) },
    })
  })

  it('says that a session is needed', async () => {
    for (const { path, method = 'get' } of operations) {
      const answer = await pages.ask(path.replaceAll(/:\w+/g, 'x'), { method })
      expect(answer.status, path).toBe(401)
    }
  })

  it('a lie in it would be seen', async () => {
    const description = JSON.parse(await (await pages.get('/api/v1/openapi.json')).text()) as {
      components: { schemas: { WorkSummary: { required: string[]; properties: Record<string, unknown> } } }
    }
    delete description.components.schemas.WorkSummary.properties['title']
    description.components.schemas.WorkSummary.required = ['slug']
    const lying = await startCheckedProxy(pages.url, description)
    const answer = await fetch(`${lying.url}/api/v1/works`, { headers: { cookie: await pages.cookie() } })
    lying.server.close()
    expect(faultOf(await answer.json())).toMatch(/additional properties/)
  })
})
