import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../../server/core/access/roles.ts'
import { listScans } from '../../../../server/tasks/scan/list-scans.ts'
import { showScan } from '../../../../server/tasks/scan/show-scan.ts'
import { planWorkProbes } from '../../../../server/tasks/plan-probes.ts'
import { postForm, sessionOf, signInAs } from '../user-session.ts'
import { openScanPages, until, type ScanPages } from './scan-pages.ts'

const checker = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  // Boxes of one name are how a form holds a list.
  rules: { 'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }] },
})

async function validated(answer: Response): Promise<string> {
  const html = await answer.text()
  const { results } = await checker.validateString(html)
  expect(
    results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId} ${m.line}: ${m.message}`)),
  ).toEqual([])
  return html
}

/** Asks for a scan as a researcher does, by the form; gives its address. */
async function ask({ pages, network }: ScanPages, fields: Record<string, string> = {}): Promise<string> {
  const ada = await sessionOf(pages, await pages.cookie())
  const answer = await ada.post('/works/tk/scans', { probes: '', networks: network.official, ...fields })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

describe('a scan from a page', () => {
  it('shows what would leave before anything does, and asks GitHub nothing for it', async () => {
    const { pages, github } = await openScanPages()
    const html = await validated(await pages.get('/works/tk/scans/new?probes=3'))
    const plan = await planWorkProbes(pages.app, 'tk', 3)
    for (const { query, original, why } of plan.probes) {
      expect(html).toContain(`value="${query.replaceAll('"', '&quot;')}"`)
      expect(html.replaceAll(/<\/?(?:bdi|wbr)>/g, '')).toContain(original)
      expect(html).toContain(why)
    }
    expect(html).toContain('branches and tags other than the default branch')
    expect(github.requests).toEqual([])
  })

  it('runs in a worker to its end; its pages say what it asked, found and could not see', async () => {
    const story = await openScanPages()
    const { pages, startWorker, network } = story
    const page = await ask(story)
    const before = await validated(await pages.get(page))
    expect(before).toContain('waits for a worker')
    await startWorker()
    const html = await until(async () => {
      const text = await (await pages.get(page)).text()
      return text.includes('>complete<') && text
    })
    expect(html.replaceAll(/<\/?(?:bdi|wbr)>/g, '')).toContain(network.copies[0]!)
    for (const path of [
      page,
      `${page}/requests`,
      `${page}/steps?kind=repository`,
      '/works/tk/scans',
      '/works/tk',
    ]) {
      await validated(await pages.get(path))
    }
    const ledger = await (await pages.get(`${page}/requests?bucket=graphql`)).text()
    expect(ledger).toContain('POST /graphql')
    expect(ledger).not.toContain('/repos/')
    expect(await (await pages.get('/works/tk/scans')).text()).toContain('test')
    expect((await pages.get(`${page}/events`, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('paused while it runs, it stops; another start leaves it; resumed, it finds all', async () => {
    const story = await openScanPages(150)
    const { pages, github, startWorker } = story
    const page = await ask(story)
    const stop = await startWorker()
    const ada = await sessionOf(pages, await pages.cookie())
    await until(() => Promise.resolve(github.requests.length > 6))
    expect((await ada.post(`${page}/pause`)).status).toBe(303)
    await until(async () => (await (await pages.get(page)).text()).includes('>paused<'))
    const sent = github.requests.length
    await stop()
    await startWorker()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(github.requests).toHaveLength(sent)
    expect((await ada.post(`${page}/pause`)).status).toBe(303)
    expect((await ada.post(`${page}/resume`)).status).toBe(303)
    await until(async () => (await (await pages.get(page)).text()).includes('>complete<'))
    expect((await ada.post(`${page}/resume`)).status).toBe(409)
  })
})

describe('who may', () => {
  const roles: Role[] = ['reviewer', 'signatory', 'auditor', 'admin']
  it.each(roles)('a %s reads scans, and neither starts, pauses, resumes nor schedules one', async (role) => {
    const story = await openScanPages()
    const page = await ask(story)
    const who = await signInAs(story.pages, 'somebody', [role])
    expect((await who.get(page)).status).toBe(200)
    expect((await who.get('/works/tk/scans/new')).status).toBe(403)
    const html = (await (await who.get(page)).text()) + (await (await who.get('/works/tk/scans')).text())
    expect(html).not.toMatch(/\/pause"|\/resume"|\/schedule"|scans\/new"/)
    for (const path of ['/works/tk/scans', `${page}/pause`, `${page}/resume`, '/works/tk/schedule'])
      expect((await who.post(path, { networks: 'a/b', pattern: '0 * * * *' })).status, path).toBe(403)
    expect(await listScans(story.pages.app, 'tk', { before: null, limit: 9 })).toMatchObject([
      { state: 'waiting' },
    ])
  })

  it('a form of another session starts nothing', async () => {
    const { pages } = await openScanPages()
    const forged = { 'form-token': 'x', networks: '' }
    const answer = await postForm(pages, '/works/tk/scans', forged, { cookie: await pages.cookie() })
    expect(answer.status).toBe(403)
    expect(await listScans(pages.app, 'tk', { before: null, limit: 9 })).toEqual([])
  })
})

it('a schedule is set, shown with its next time, replaced and removed', async () => {
  const { pages, network } = await openScanPages()
  const ada = await sessionOf(pages, await pages.cookie())
  const set = { pattern: '0 */6 * * *', probes: '', networks: network.official, repositories: '' }
  expect((await ada.post('/works/tk/schedule', set)).status).toBe(303)
  const html = await validated(await pages.get('/works/tk/scans'))
  expect(html).toContain('<code>0 */6 * * *</code>')
  expect(html.replaceAll(/<\/?(?:bdi|wbr)>/g, '')).toContain(network.official)
  expect((await ada.post('/works/tk/schedule', { ...set, pattern: 'now and then' })).status).toBe(400)
  expect((await ada.post('/works/tk/schedule/remove')).status).toBe(303)
  expect(await (await pages.get('/works/tk/scans')).text()).toContain('only when somebody asks')
})

it('numbers that are none, and scans of another work, are not there', async () => {
  const story = await openScanPages()
  const page = await ask(story)
  const id = page.split('/').at(-1)!
  for (const path of [
    '/works/tk/scans/0',
    '/works/tk/scans/x',
    '/works/tk/scans/999',
    `/works/no/scans/${id}`,
  ])
    expect((await story.pages.get(path)).status, path).toBe(404)
  expect((await story.pages.get(`${page}/requests?bucket=loud`)).status).toBe(400)
  expect((await story.pages.get('/works/tk/scans/new?probes=many')).status).toBe(400)
  expect(await showScan(story.pages.app, 'tk', Number(id))).toMatchObject({ progress: { state: 'waiting' } })
})
