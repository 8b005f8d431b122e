import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Role } from '../../../server/core/access/roles.ts'
import type { IntakeDocument } from '../../../server/http/work-new/describe-intake.ts'
import { listEvents } from '../../../server/tasks/list-events.ts'
import { listMatches } from '../../../server/tasks/list-matches.ts'
import { listWorks } from '../../../server/tasks/list-works.ts'
import { showWork } from '../../../server/tasks/show-work.ts'
import { makeTgz } from '../sources/archives.ts'
import { originals } from './seed/texts.ts'
import { seed } from './seed/seed.ts'
import { sendForm } from './send-form.ts'
import { signInAs, type UserSession } from './user-session.ts'
import { startPages, type Pages } from './with-pages.ts'

const claimant = {
  name: 'Bo Li',
  role: 'owner',
  organization: 'Orbit Inc.',
  authority: 'Founder',
  email: 'bo@orbit.example',
  phone: '',
  address: '1 Way\r\nBerlin',
}
const page = '/works/orbit-cli/settings'

let pages: Pages
let researcher: UserSession

beforeEach(async () => {
  pages = await startPages((app) => seed(app))
  researcher = await signInAs(pages, 'ada', ['researcher'])
})
afterEach(() => pages.close())

async function endOf(answer: Response): Promise<IntakeDocument> {
  expect(answer.status, await answer.clone().text()).toBe(303)
  for (;;) {
    const path = `/api/v1${answer.headers.get('location')!}`
    const intake = (await (await researcher.get(path)).json()) as IntakeDocument
    if (intake.state !== 'waiting' && intake.state !== 'reading') return intake
    await sleep(20)
  }
}

const added = `export function phaseAngle(target: number, chaser: number, laps: number): number {
  const turn = (target - chaser) % 360
  const closing = turn < 0 ? turn + 360 : turn
  return closing / Math.max(1, laps) + 0.5 * Math.sqrt(closing)
}
`.repeat(4)

describe('a work', () => {
  it('gains a version that is the same work still', async () => {
    const bytes = await makeTgz([
      ...Object.entries(originals).map(([name, content]) => ({ name, content })),
      { name: 'src/flight/phase-angle.ts', content: added },
    ])
    const before = await showWork(pages.app, 'orbit-cli')
    const intake = await endOf(
      await sendForm(pages, researcher, '/works/orbit-cli/versions', {}, { name: 'orbit-2.2.0.tgz', bytes }),
    )
    expect(intake).toMatchObject({ state: 'done', result: { kind: 'work', version: 2 } })
    const after = await showWork(pages.app, 'orbit-cli')
    expect(after.work).toEqual(before.work)
    expect(after.source).toBe('upload:orbit-2.2.0.tgz')
    const html = await (await researcher.get(page)).text()
    expect(html).toContain('orbit-2.2.0.tgz')
    expect(html).toContain('orbit-2.1.0.tgz')
  })

  it('loses to the baseline what was public, with the reason', async () => {
    const [path, content] = Object.entries(originals)[0]!
    const file = { name: 'sdk.tgz', bytes: await makeTgz([{ name: path, content }]) }
    const fields = { reason: 'published as orbit-sdk 1.4 under MIT' }
    const intake = await endOf(await sendForm(pages, researcher, '/works/orbit-cli/baselines', fields, file))
    expect(intake.result).toMatchObject({ kind: 'baseline', files: 1, excluded: 1 })
    const original = (await showWork(pages.app, 'orbit-cli')).originals.find((one) => one.path === path)
    expect(original).toMatchObject({ claimed: false, excludedBecause: 'baseline' })
    expect(await (await researcher.get(page)).text()).toContain('published as orbit-sdk 1.4 under MIT')
  })

  it('loses nothing without a reason, and says so above the form', async () => {
    const file = { name: 'sdk.tgz', bytes: await makeTgz([{ name: 'a.ts', content: added }]) }
    const answer = await sendForm(pages, researcher, '/works/orbit-cli/baselines', { reason: ' ' }, file)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('REASON_MISSING')
  })

  it('gains an official repository, and is told what is none', async () => {
    const answer = await researcher.post('/works/orbit-cli/official', { official: 'orbit-labs/sdk' })
    expect(answer.headers.get('location')).toBe(page)
    expect((await showWork(pages.app, 'orbit-cli')).official).toContain('orbit-labs/sdk')
    const refused = await researcher.post('/works/orbit-cli/official', { official: 'a/b/c' })
    expect(refused.status).toBe(400)
    const html = await refused.text()
    expect(html).toContain('OFFICIAL_INVALID')
    expect(html).toContain('value="a/b/c"')
  })

  it('loses one by a reviewer who says why', async () => {
    await researcher.post('/works/orbit-cli/official', { official: 'Orbit-1nc/SDK' })
    const reviewer = await signInAs(pages, 'reviews-officials', ['reviewer'])
    const path = '/works/orbit-cli/official-removal'
    const list = async () => (await showWork(pages.app, 'orbit-cli')).official
    for (const [fields, code] of [
      [{ official: 'orbit-1nc/sdk', reason: ' ' }, 'REASON_MISSING'],
      [{ official: 'orbit-1nc', reason: 'its owner is a stranger' }, 'OFFICIAL_UNKNOWN'],
      [{ official: 'a/b/c', reason: 'none' }, 'OFFICIAL_INVALID'],
    ] as const) {
      const refused = await reviewer.post(path, fields)
      expect(refused.status).toBe(400)
      expect(await refused.text()).toContain(code)
    }
    expect(await list()).toContain('Orbit-1nc/SDK')
    const done = await reviewer.post(path, { official: 'orbit-1nc/sdk', reason: 'a typing error' })
    expect(done.headers.get('location')).toBe(page)
    expect(await list()).not.toContain('Orbit-1nc/SDK')
    const events = await listEvents(pages.app, { limit: 1, filter: { kind: 'official.removed' } })
    expect(events.at(0)).toMatchObject({
      actor: 'reviews-officials',
      data: { official: 'Orbit-1nc/SDK', reason: 'a typing error' },
    })
  })

  it('has a claimant, whose contact details stand in the form and not in the log', async () => {
    const answer = await researcher.post('/works/orbit-cli/claimant', claimant)
    expect(answer.status).toBe(303)
    const html = await (await researcher.get(page)).text()
    expect(html).toContain('bo@orbit.example')
    expect(html).toContain('1 Way\nBerlin')
    const events = await listEvents(pages.app, { limit: 3 })
    expect(events).toContainEqual(expect.objectContaining({ actor: 'ada', kind: 'claimant.set' }))
    expect(JSON.stringify(events)).not.toContain('bo@orbit.example')
  })

  it('keeps what was written about a claimant that is incomplete', async () => {
    const answer = await researcher.post('/works/orbit-cli/claimant', {
      ...claimant,
      email: 'bo',
      name: 'Bo Li',
    })
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain('CLAIMANT_INVALID')
    expect(html).toContain('value="Bo Li"')
    expect((await showWork(pages.app, 'orbit-cli')).claimant).toMatchObject({ name: 'Ada Diaz' })
  })

  it('is removed by an admin who types its short name, and what was said about it stays', async () => {
    const admin = await signInAs(pages, 'root', ['admin'])
    const before = await listMatches(pages.app, 'orbit-cli', {})
    expect(before.length).toBeGreaterThan(0)
    for (const typed of ['', 'orbit', 'ORBIT-CLI']) {
      const refused = await admin.post('/works/orbit-cli/removal', { typed })
      expect(refused.status).toBe(400)
      expect(await refused.text()).toContain('REMOVAL_NOT_CONFIRMED')
    }
    expect(await listWorks(pages.app)).toHaveLength(1)
    const answer = await admin.post('/works/orbit-cli/removal', { typed: 'orbit-cli' })
    expect(answer.headers.get('location')).toBe('/')
    expect(await listWorks(pages.app)).toEqual([])
    expect((await admin.get(page)).status).toBe(404)
    expect((await admin.get('/notices/orbit-cli-1')).status).toBe(200)
  })
})

describe('who may what', () => {
  const forms: [path: string, fields: Record<string, string>, roles: Role[]][] = [
    ['/works/orbit-cli/official', { official: 'orbit-labs' }, ['researcher']],
    ['/works/orbit-cli/official-removal', { official: 'orbit-inc', reason: 'none' }, ['reviewer']],
    ['/works/orbit-cli/claimant', claimant, ['researcher']],
    ['/works/orbit-cli/removal', { typed: 'orbit-cli' }, ['admin']],
    ['/works/orbit-cli/versions', { source: 'npm:orbit@1.0.0' }, ['researcher']],
    ['/works/orbit-cli/baselines', { source: 'npm:orbit@1.0.0', reason: 'public' }, ['researcher']],
  ]

  it.each(['researcher', 'reviewer', 'signatory', 'auditor', 'admin'] as const)('a %s', async (role) => {
    const user = await signInAs(pages, `only-${role}`, [role])
    const html = await (await user.get(page)).text()
    expect(html).toContain('orbit-2.1.0.tgz')
    expect(html.includes('legal@orbit.example'), 'contact details').toBe(role === 'researcher')
    for (const [path, fields, roles] of forms) {
      const allowed = roles.includes(role)
      expect(html.includes(`action="${path}"`), path).toBe(allowed)
      if (allowed) continue
      expect((await user.post(path, fields)).status, path).toBe(403)
      expect((await sendForm(pages, user, path, fields)).status, path).toBe(403)
    }
    const { official } = await showWork(pages.app, 'orbit-cli')
    expect(official).toEqual(['orbit-inc'])
  })

  it('a work that is not there has no settings', async () => {
    expect((await researcher.get('/works/nothing/settings')).status).toBe(404)
    expect((await researcher.post('/works/nothing/official', { official: 'a' })).status).toBe(404)
  })
})
