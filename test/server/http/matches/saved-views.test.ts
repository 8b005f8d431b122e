import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostile } from '../seed/hostile.ts'
import { seed } from '../seed/seed.ts'
import { sessionOf, signInAs, type UserSession } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

const work = '/works/orbit-cli'
const query = 'strength=strong&decision=none&order=stars'

let pages: Pages
let ada: UserSession
let bo: UserSession

beforeAll(async () => {
  pages = await startPages((app) => seed(app))
  ada = await signInAs(pages, 'ada', ['reviewer'])
  bo = await signInAs(pages, 'bo', ['researcher'])
})
afterAll(() => pages.close())

const list = async (user: UserSession, address = '') =>
  await (await user.get(`${work}/matches${address}`)).text()
const keep = (user: UserSession, name: string, shared = '', kept = query) =>
  user.post(`${work}/views`, { name, query: kept, shared })
/** Where a view of this name is renamed or removed by this user. */
const acts = async (user: UserSession, name: string) => {
  const html = await list(user)
  const action = [...html.matchAll(/action="([^"]+\/views\/\d+\/)name"[^]*?value="([^"]*)" required/g)]
  return action.find(([, , value]) => value === name)?.[1]
}

describe('a view', () => {
  it('is a list under a name, and its link is the list’s address', async () => {
    const answer = await keep(ada, '  To   decide ')
    expect(answer.headers.get('location')).toBe(`${work}/matches?${query}`)
    const html = await list(ada, `?${query}`)
    expect(html).toMatch(/aria-current="true">To decide/)
    expect(html).toContain(`decision&#x3D;none&amp;order&#x3D;stars`)
    expect(await list(ada)).not.toMatch(/aria-current="true">To decide/)
  })

  it('of one’s own is nobody else’s to see or change; a shared one is everybody’s to see', async () => {
    await keep(ada, 'Mine')
    await keep(ada, 'Ours', 'yes')
    const html = await list(bo)
    expect(html).not.toContain('Mine')
    expect(html).toContain('Ours')
    const [mine, ours] = [await acts(ada, 'Mine'), await acts(ada, 'Ours')]
    for (const act of ['name', 'remove']) {
      expect((await bo.post(`${mine!}${act}`, { name: 'Bo’s', query: '' })).status).toBe(404)
      expect((await bo.post(`${ours!}${act}`, { name: 'Bo’s', query: '' })).status).toBe(403)
    }
    expect(await acts(ada, 'Ours')).toBeDefined()
    const chief = await signInAs(pages, 'chief', ['admin'])
    expect((await chief.post(`${ours!}remove`, { query: '' })).status).toBe(303)
    expect(await list(bo)).not.toContain('Ours')
  })

  it('is renamed and removed by whose it is; no two have one name', async () => {
    await keep(ada, 'First')
    expect((await keep(ada, 'first')).status).toBe(400)
    expect((await keep(ada, 'first', 'yes')).status).toBe(303)
    const path = (await acts(ada, 'First'))!
    expect((await ada.post(`${path}name`, { name: 'Mine', query })).status).toBe(400)
    expect((await ada.post(`${path}name`, { name: 'Second', query })).headers.get('location')).toContain(
      query,
    )
    expect(await acts(ada, 'Second')).toBe(path)
    await ada.post(`${path}remove`, { query: '' })
    expect(await acts(ada, 'Second')).toBeUndefined()
  })

  it('with a name or a query that cannot be is refused', async () => {
    for (const name of ['', ' ', 'x'.repeat(81), 'a\u0000b']) expect((await keep(ada, name)).status).toBe(400)
    expect((await keep(ada, hostile.script)).status).toBe(303)
    expect(await list(ada)).not.toContain(hostile.script)
  })

  it('of whoever holds the machine is for everyone; who only reads shares none', async () => {
    const holder = await sessionOf(pages, await pages.cookie())
    expect((await keep(holder, 'From the machine')).status).toBe(303)
    expect(await list(bo)).toContain('From the machine')
    const auditor = await signInAs(pages, 'eye', ['auditor'])
    expect((await keep(auditor, 'For all', 'yes')).status).toBe(403)
    expect((await keep(auditor, 'For me')).status).toBe(303)
  })
})
