import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEvents } from '../../../../server/tasks/list-events.ts'
import { listMatches } from '../../../../server/tasks/list-matches.ts'
import { seed } from '../seed/seed.ts'
import { signInAs, type UserSession } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

const work = '/works/orbit-cli'
const forks = 'network=10&decision=none'

let pages: Pages
let reviewer: UserSession

beforeAll(async () => {
  pages = await startPages((app) => seed(app, 120))
  reviewer = await signInAs(pages, 'ada', ['reviewer'])
})
afterAll(() => pages.close())

const decided = async (decision: string) =>
  (await listMatches(pages.app, 'orbit-cli', { decision })).map(({ repository }) => repository)

const seenOn = (html: string) => /name="seen" value="([0-9a-f]{64})"/.exec(html)?.[1]

/** What the preview shows, and the form that it offers filled in. */
async function preview(fields: Record<string, string | string[]>) {
  const answer = await reviewer.post(`${work}/matches/bulk`, fields)
  const html = await answer.text()
  return { status: answer.status, html, form: { reason: 'a course', seen: seenOn(html) ?? '', ...fields } }
}

describe('all of a list', () => {
  it('is decided as shown, listed, and taken back by a button', async () => {
    const { html, form } = await preview({ decision: 'not-ours', all: 'yes', list: forks })
    expect(html).toContain('Record for 121 repositories')
    expect(await decided('not-ours')).toEqual(['look/alike'])

    const answer = await reviewer.post(`${work}/bulk`, form)
    expect(answer.status).toBe(303)
    const page = answer.headers.get('location')!
    expect(await decided('not-ours')).toHaveLength(122)
    const bulk = await (await reviewer.get(page)).text()
    expect(bulk).toContain('Take back 121 decisions')
    expect(await (await reviewer.get(`${work}/matches`)).text()).toContain(`href="${page}"`)
    const match = await (await reviewer.get(`${work}/matches/forker-3/orbit-leak`)).text()
    expect(match).toContain('in bulk')

    expect((await reviewer.post(`${page}/back`)).status).toBe(303)
    expect(await decided('not-ours')).toEqual(['look/alike'])
    expect(await (await reviewer.get(page)).text()).not.toContain('Take back 1')
    expect(await (await reviewer.get(`${work}/matches/forker-3/orbit-leak`)).text()).toContain(
      'Taken back by ada',
    )
    expect((await reviewer.post(`${page}/back`)).status).toBe(400)
  })
})

describe('chosen rows', () => {
  it('of this page and of others are decided, and what is refused is told with why', async () => {
    const ids = ['1000', '10', '40']
    const { html, form } = await preview({ decision: 'fair-use', 'row[]': ids, ids: '1001,1002', list: '' })
    expect(html).toContain('Record for 3 repositories')
    expect(html).toMatch(/leaker<\/bdi>.*?decided before: infringing, by Ada Diaz/s)
    expect(html).toMatch(/orbit-sdk<\/bdi>.*?official/s)
    expect((await reviewer.post(`${work}/bulk`, form)).status).toBe(303)
    expect(await decided('fair-use')).toEqual([0, 1, 2].map((n) => `forker-${n}/orbit-leak`))
  })

  it('are accused only by who looked at an identical one, each by the hash that was shown', async () => {
    const { html, form } = await preview({ decision: 'infringing', 'row[]': ['1010', '1011'], list: '' })
    expect(html).toContain('None of these can be decided so together')
    expect(html).not.toContain('name="seen"')
    const match = `${work}/matches/forker-20/orbit-leak`
    const evidence = /name="evidence" value="([0-9a-f]{64})"/.exec(
      await (await reviewer.get(match)).text(),
    )![1]!
    const fairUse = 'Whole private work republished.'
    await reviewer.post(`${match}/review`, { decision: 'infringing', reason: 'r', fairUse, evidence })

    const again = await preview({ decision: 'infringing', 'row[]': ['1010', '1011'], list: '', fairUse })
    expect(again.html).toContain('Record for 2 repositories')
    const stale = await reviewer.post(`${work}/bulk`, { ...again.form, seen: '0'.repeat(64) })
    expect(await stale.text()).toContain('REVIEW_UNSEEN')
    expect((await reviewer.post(`${work}/bulk`, { ...again.form, fairUse: '' })).status).toBe(400)
    expect((await reviewer.post(`${work}/bulk`, again.form)).status).toBe(303)
    expect(await decided('infringing')).toContain('forker-11/orbit-leak')
    expect(form.seen).toBe('')
  })

  it('that are none, or no numbers, are refused', async () => {
    expect((await preview({ decision: 'not-ours', list: '' })).html).toContain('BULK_EMPTY')
    expect((await preview({ decision: 'not-ours', 'row[]': "1'; drop", list: '' })).status).toBe(400)
    expect((await preview({ decision: 'guilty', 'row[]': '1000', list: '' })).status).toBe(400)
  })
})

describe('deciding in bulk', () => {
  it.each(['researcher', 'signatory', 'auditor', 'admin'] as const)('is not for a %s', async (role) => {
    const user = await signInAs(pages, `a-${role}`, [role])
    const fields = { decision: 'not-ours', 'row[]': '1005', list: '', reason: 'r', seen: '0'.repeat(64) }
    for (const path of ['matches/bulk', 'bulk', 'bulk/1/back'])
      expect((await user.post(`${work}/${path}`, fields)).status, path).toBe(403)
    const html = await (await user.get(`${work}/matches`)).text()
    expect(html).not.toContain('name="decision" id=')
    expect(html).not.toContain('bulk-decision')
  })
})

describe('looking again', () => {
  it('is asked for by who may search, of rows or of all, and said on the list', async () => {
    const researcher = await signInAs(pages, 'finder', ['researcher'])
    const rows = await researcher.post(`${work}/matches/recheck`, { 'row[]': ['1000', '1001'], list: forks })
    expect(rows.headers.get('location')).toContain(`asked=2`)
    const html = await (await researcher.get(rows.headers.get('location')!)).text()
    expect(html).toContain('A worker looks at 2 repositories again')
    const [event] = await listEvents(pages.app, { limit: 1 })
    expect(event).toMatchObject({
      kind: 'recheck.asked',
      actor: 'finder',
      data: { repositories: [1000, 1001] },
    })
    expect((await reviewer.post(`${work}/matches/recheck`, { all: 'yes', list: forks })).status).toBe(403)
  })
})

describe('a list by network', () => {
  it('counts each match once, and each network leads to its own', async () => {
    const html = await (await reviewer.get(`${work}/matches/by-network?strength=strong`)).text()
    expect(html).toMatch(/126 repositories in 4 networks/)
    const href = /href="([^"]*network&#x3D;10[^"]*)"/
      .exec(html)![1]!
      .replaceAll('&#x3D;', '=')
      .replaceAll('&amp;', '&')
    const list = await (await reviewer.get(href)).text()
    expect(list).toContain('123 repositories')
    expect(list).toContain('In the network of')
    expect((await reviewer.get(`${work}/matches?network=x`)).status).toBe(400)
  })
})
