import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEvents } from '../../../../server/tasks/list-events.ts'
import { showNotice } from '../../../../server/tasks/notice/show-notice.ts'
import { seed } from '../seed/seed.ts'
import { signInAs, type UserSession } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages
let researcher: UserSession

const words = '/notices/orbit-cli-2/words'
const everyStatement = ['goodFaith', 'fairUse', 'perjury', 'guide']
const proposed = {
  authority: 'General counsel of the owner',
  description: 'The private command line of Orbit.',
  workUrl: 'https://orbit.example/cli',
  solution: 'must-be-removed',
  statement: everyStatement,
}

beforeAll(async () => {
  pages = await startPages((app) => seed(app))
  researcher = await signInAs(pages, 'res', ['researcher'])
})
afterAll(() => pages.close())

const shown = async () => await (await researcher.get(words)).text()
const seen = async () => /name="seen" value="([0-9a-f]{64})"/.exec(await shown())![1]!
const documentNow = async () => (await showNotice(pages.app, 'orbit-cli-2')).document

async function keep(fields: Record<string, string | string[]>): Promise<Response> {
  return await researcher.post(words, { ...proposed, then: 'keep', seen: await seen(), ...fields })
}

describe('a draft', () => {
  it('is checked as it is typed, with each problem beside its field, and nothing is kept', async () => {
    const before = await documentNow()
    const answer = await researcher.post(words, {
      ...proposed,
      then: 'check',
      description: 'Write to eve@example.com',
      workUrl: 'orbit',
      solution: 'other-change',
      change: '',
      openSource: 'yes',
      statement: ['goodFaith'],
    })
    const html = await answer.text()
    expect(answer.status).toBe(200)
    const beside = (part: string) =>
      new RegExp(`id="${part}-problems" data-live>(.*?)</div>`, 's').exec(html)![1]!
    expect(beside('description')).toContain('personal-data')
    expect(beside('workUrl')).toContain('work-url-invalid')
    expect(beside('solution')).toBe('')
    expect(beside('openSource')).toContain('open-source-answers-missing')
    expect(beside('statements')).toContain('statement-missing-perjury')
    expect(beside('authority')).toBe('')
    expect(html).toContain('not yet')
    expect(html).toContain('Not kept yet.')
    expect(await documentNow()).toEqual(before)
  })

  it('keeps a person’s words, says whose they are, and who wrote stands in the log', async () => {
    const answer = await keep({ description: 'Our private tool.\r\nStolen on 31 March.' })
    expect(answer.status, await answer.text()).toBe(303)
    expect((await documentNow()).work.description).toBe('Our private tool.\nStolen on 31 March.')
    expect(await shown()).toContain('The private command line of Orbit.')
    const [event] = await listEvents(pages.app, { limit: 1 })
    expect(event).toMatchObject({ kind: 'notice.written', actor: 'res', data: { parts: ['description'] } })
  })

  it('has these words still when it is drafted anew', async () => {
    await keep({ description: 'Words that stay.' })
    const html = await (await researcher.post('/works/orbit-cli/notices')).text()
    expect(html).toContain('/notices/orbit-cli-2')
    expect((await documentNow()).work.description).toBe('Words that stay.')
    await keep({})
    expect((await documentNow()).work.description, 'and gives them up when they are').toBe(
      proposed.description,
    )
  })

  it('is not overwritten by who had another one before them', async () => {
    const old = await seen()
    await keep({ authority: 'Owner, by contract of 2024.' })
    const answer = await researcher.post(words, { ...proposed, then: 'keep', seen: old })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('NOTICE_CHANGED')
    await keep({})
  })

  it('is written in by nobody but who drafts, and by nobody once it is signed', async () => {
    for (const role of ['reviewer', 'signatory', 'auditor', 'admin'] as const) {
      const user = await signInAs(pages, `no-${role}`, [role])
      expect((await user.get(words)).status, role).toBe(403)
      expect((await user.post(words, { ...proposed, then: 'keep' })).status, role).toBe(403)
      expect((await user.get('/notices/orbit-cli-1/retraction')).status, role).toBe(403)
    }
    expect((await researcher.get('/notices/orbit-cli-1/words')).status).toBe(400)
  })

  it('names nothing that was typed: a form with repositories in it changes no name', async () => {
    const before = await showNotice(pages.app, 'orbit-cli-2')
    await keep({ repositories: 'evil/repository', forks: 'evil/fork', scope: 'entire-repository' })
    expect((await showNotice(pages.app, 'orbit-cli-2')).repositories).toEqual(before.repositories)
  })
})

describe('what everybody will read', () => {
  it('strikes out who complains and how to reach them, and keeps the rest', async () => {
    await keep({ description: 'Ask Ada Diaz, legal@orbit.example or +1 555 0100. Adamant Diazepam stays.' })
    const html = await (await researcher.get('/notices/orbit-cli-2/published')).text()
    const body = html.slice(html.indexOf('published-whole'))
    for (const gone of ['Ada Diaz', 'legal@orbit.example', '555']) expect(body).not.toContain(gone)
    expect(body).toContain('Adamant Diazepam stays.')
    expect(body).toContain('Before disabling any content')
    await keep({})
  })
})

describe('choosing', () => {
  it('drafts over only what was chosen, all but that, and never over nothing', async () => {
    const choose = async (fields: Record<string, string | string[]>) =>
      await researcher.post('/works/orbit-cli/notices', { chosen: 'yes', ...fields })
    expect((await researcher.get('/works/orbit-cli/notices/new')).status).toBe(200)
    expect((await choose({ mode: 'only' })).status).toBe(400)
    expect(await (await choose({ mode: 'only', repository: 'remix/transfer-tools' })).text()).toContain(
      'orbit-cli-2',
    )
    expect(await (await choose({ mode: 'except', repository: 'remix/transfer-tools' })).text()).toContain(
      'Nothing was drafted',
    )
  })

  it('gives back only the chosen rows, in words of one’s own', async () => {
    const answer = await researcher.post('/notices/orbit-cli-1/retraction', {
      mode: 'listed',
      repository: 'first/orbit-leak',
      reason: 'A licensee of ours.',
    })
    expect(answer.status, await answer.text()).toBe(303)
    const id = answer.headers.get('location')!.split('/').at(-1)!
    expect((await showNotice(pages.app, id)).document).toMatchObject({
      kind: 'retraction',
      reason: 'A licensee of ours.',
      withdraws: { mode: 'listed', repositories: [{ owner: 'first', name: 'orbit-leak' }] },
    })
    expect((await researcher.post('/notices/orbit-cli-1/retraction', { mode: 'listed' })).status).toBe(400)
  })
})

describe('the pages of a notice', () => {
  it('tell what became of it, from the log', async () => {
    const { repositories } = pages.app.db.tables
    const [row] = await pages.app.db.orm.select().from(repositories).where(eq(repositories.owner, 'leaker'))
    expect(row).toBeDefined()
    const html = await (await researcher.get('/notices/orbit-cli-1')).text()
    expect(html).toMatch(/Drafted.*Signed as Ada Diaz.*Sent by form, ticket 1234567/s)
  })

  it('hold GitHub’s form in its order', async () => {
    const html = await (await researcher.get('/notices/orbit-cli-1/form')).text()
    const order = [
      'Are you the copyright holder',
      'Does your claim involve',
      'Based on the above',
      'type your full name',
    ]
    const places = order.map((question) => html.indexOf(question))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(html).not.toContain('href="https://github.com/contact/dmca"')
  })
})
