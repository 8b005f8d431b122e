import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEvents } from '../../../../server/tasks/list-events.ts'
import { showMatch } from '../../../../server/tasks/show-match.ts'
import { seed } from '../seed/seed.ts'
import { sessionOf, signInAs, type UserSession } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

const match = '/works/orbit-cli/matches/second/orbit-leak'
const good = {
  decision: 'infringing',
  reason: 'Compared side by side.',
  fairUse: 'Whole private work republished; nothing added.',
}

let pages: Pages
let reviewer: UserSession

beforeAll(async () => {
  pages = await startPages((app) => seed(app, 12))
  reviewer = await signInAs(pages, 'ada', ['reviewer'])
})
afterAll(() => pages.close())

/** The form of the page as it stands, filled in. */
async function fill(path: string, fields: Record<string, string> = {}): Promise<Record<string, string>> {
  const html = await (await reviewer.get(path)).text()
  const evidence = /name="evidence" value="([0-9a-f]{64})"/.exec(html)![1]!
  return { evidence, ...good, ...fields }
}

const decisionOf = async (repository: string) =>
  (await showMatch(pages.app, 'orbit-cli', repository)).decision

describe('a decision on the page', () => {
  it('is recorded under the user’s name in full, whatever the form says', async () => {
    const answer = await reviewer.post(`${match}/review`, await fill(match, { reviewer: 'Somebody Else' }))

    expect(answer.status).toBe(303)
    const detail = await showMatch(pages.app, 'orbit-cli', 'second/orbit-leak')
    expect(detail.decision).toBe('infringing')
    expect(detail.reviews.at(-1)).toMatchObject({ reviewer: 'ada in full', ...good })
    const [event] = await listEvents(pages.app, { limit: 1 })
    expect(event).toMatchObject({ kind: 'match.reviewed', actor: 'ada', data: { reviewer: 'ada in full' } })
  })

  it('goes on to the next match of the list that it was opened from', async () => {
    const list = 'strength=strong&decision=none&order=name'
    const path = '/works/orbit-cli/matches/forker-0/orbit-leak'
    const page = await (await reviewer.get(`${path}?${list}`)).text()
    const next = /href="([^"]+)" rel="next"/
      .exec(page)![1]!
      .replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=')
    const answer = await reviewer.post(
      `${path}/review`,
      await fill(path, { list, then: 'next', decision: 'not-ours' }),
    )
    expect(answer.headers.get('location')).toBe(next)
    expect(answer.status).toBe(303)
    expect(next).toContain('forker-1')
    expect(await decisionOf('forker-0/orbit-leak')).toBe('not-ours')
  })

  it('gives back what was written when it is refused, and no choice or mark of the form', async () => {
    const answer = await reviewer.post(
      `${match}/review`,
      await fill(match, { evidence: '0'.repeat(64), reason: 'Line by <b>line</b>.\r\nAll ours.' }),
    )
    const html = await answer.text()
    expect(html.slice(html.indexOf('What you wrote'))).toContain(
      'Line by &lt;b&gt;line&lt;/b&gt;.\nAll ours.',
    )
    expect(html).toContain(good.fairUse)
    expect(html).not.toContain('0'.repeat(64))
  })

  it('is refused when the evidence is not what was shown', async () => {
    const answer = await reviewer.post(`${match}/review`, await fill(match, { evidence: '0'.repeat(64) }))
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('REVIEW_UNSEEN')
  })

  it('of infringing without how fair use was considered is refused', async () => {
    const path = '/works/orbit-cli/matches/forker-2/orbit-leak'
    const answer = await reviewer.post(`${path}/review`, await fill(path, { fairUse: ' ' }))
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('REVIEW_FAIR_USE_MISSING')
    expect(await decisionOf('forker-2/orbit-leak')).toBeNull()
  })

  it('about an official repository is not offered, and refused when crafted', async () => {
    const path = '/works/orbit-cli/matches/orbit-inc/orbit-sdk'
    expect(await (await reviewer.get(path)).text()).not.toContain('name="decision"')
    const answer = await reviewer.post(`${path}/review`, good)
    expect(answer.status).toBe(400)
  })

  it.each(['researcher', 'signatory', 'auditor', 'admin'] as const)('is not for a %s', async (role) => {
    const user = await signInAs(pages, `a-${role}`, [role])
    expect(await (await user.get(match)).text()).not.toContain('name="decision"')
    expect((await user.post(`${match}/review`, await fill(match))).status).toBe(403)
  })

  it('by whoever holds the machine names its reviewer', async () => {
    const holder = await sessionOf(pages, await pages.cookie())
    const path = '/works/orbit-cli/matches/forker-3/orbit-leak'
    expect((await holder.post(`${path}/review`, await fill(path))).status).toBe(400)
    const answer = await holder.post(`${path}/review`, await fill(path, { reviewer: 'Bo Li' }))
    expect(answer.status).toBe(303)
    const { reviews } = await showMatch(pages.app, 'orbit-cli', 'forker-3/orbit-leak')
    expect(reviews[0]).toMatchObject({ reviewer: 'Bo Li' })
  })
})

describe('originals', () => {
  it('are shown to whose roles let them, and to nobody else', async () => {
    const path = '/works/orbit-cli/matches/remix/transfer-tools'
    const admin = await signInAs(pages, 'chief', ['admin'])
    expect(await (await reviewer.get(path)).text()).toContain('semiMajor')
    const seen = await (await admin.get(path)).text()
    expect(seen).not.toContain('semiMajor')
    expect(seen).toContain('do not let you read originals')
  })
})
