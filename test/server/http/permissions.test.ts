import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissionsOf, roles, type Permission } from '../../../server/core/access/roles.ts'
import { seed } from './seed/seed.ts'
import { postForm, signInAs } from './user-session.ts'
import { startPages, type Pages } from './with-pages.ts'

/** What each form asks of whoever sends it; `own`: everybody, about what is theirs; `open`: before anybody signed in. */
const asked: Record<string, Permission | 'own' | 'open'> = {
  '/sign-in': 'open',
  '/sign-in/code': 'open',
  '/sign-in/link': 'open',
  '/sign-out': 'own',
  '/account/password': 'own',
  '/account/second-factor': 'own',
  '/account/sessions/close': 'own',
  '/account/sessions/:id/close': 'own',
  '/account/tokens': 'own',
  '/account/tokens/:id/remove': 'own',
  '/works/:slug/views': 'own',
  '/works/:slug/views/:id/name': 'own',
  '/works/:slug/views/:id/remove': 'own',
  '/people': 'manage',
  '/people/:name/email': 'manage',
  '/people/:name/remove': 'manage',
  '/people/:name/reset': 'manage',
  '/people/:name/roles': 'manage',
  '/settings/checks': 'manage',
  '/settings/test-alert': 'manage',
  '/works/:slug/removal': 'manage',
  '/intakes/:id/stop': 'scan',
  '/demo': 'scan',
  '/demo/end': 'scan',
  '/works': 'scan',
  '/works/:slug/versions': 'scan',
  '/works/:slug/baselines': 'scan',
  '/works/:slug/official': 'scan',
  '/works/:slug/official-removal': 'decide',
  '/works/:slug/matches/recheck': 'scan',
  '/works/:slug/scans': 'scan',
  '/works/:slug/scans/:id/pause': 'scan',
  '/works/:slug/scans/:id/resume': 'scan',
  '/works/:slug/schedule': 'scan',
  '/works/:slug/schedule/remove': 'scan',
  '/works/:slug/matches/bulk': 'decide',
  '/works/:slug/bulk': 'decide',
  '/works/:slug/bulk/:id/back': 'decide',
  '/works/:slug/matches/:owner/:name/review': 'decide',
  '/works/:slug/claimant': 'draft',
  '/works/:slug/notices': 'draft',
  '/notices/:id/words': 'draft',
  '/notices/:id/retraction': 'draft',
  '/inbox/:id/notice': 'draft',
  '/notices/:id/signature': 'sign',
  '/notices/:id/sent': 'sign',
  '/notices/:id/sending': 'sign',
}

const routes = readRoutes()
const forms = routes.filter((path) => !path.startsWith('/api/'))
let pages: Pages

beforeAll(async () => {
  pages = await startPages((app) => seed(app, 12))
})
afterAll(() => pages.close())

it('every form there is stands in the table, and no other', () => {
  expect(forms.sort()).toEqual(Object.keys(asked).sort())
})

describe.each(roles)('a %s', (role) => {
  it('is refused every form of the other roles before anything is looked at', async () => {
    const user = await signInAs(pages, `the-${role}`, [role])
    const mine = permissionsOf([role])
    const notMine = forms.filter((path) => {
      const need = asked[path]!
      return need !== 'own' && need !== 'open' && !mine.has(need) && !path.startsWith('/demo')
    })
    expect(notMine.length).toBeGreaterThan(0)
    for (const path of notMine) {
      const answer = await user.post(fillIn(path))
      expect(answer.status, path).toBe(403)
      expect(await answer.text(), path).toContain('NOT_PERMITTED')
    }
  })
})

it('a token that may only read changes nothing, whatever its user may', async () => {
  const user = await signInAs(pages, 'everything', [...roles])
  const html = await (await user.post('/account/tokens', { label: 'reads' })).text()
  const token = /Shown only now: <code>([^<]+)<\/code>/.exec(html)![1]!
  const api = routes.filter((path) => path.startsWith('/api/'))
  expect(api.length).toBeGreaterThan(8)
  const authorization = `Bearer ${token}`
  for (const path of api) {
    const answer = await pages.ask(fillIn(path), {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{}',
    })
    expect([answer.status, await answer.text()], path).toEqual([
      403,
      expect.stringContaining('NOT_PERMITTED'),
    ])
  }
  for (const path of forms.filter((one) => asked[one] !== 'open' && !/^\/(?:demo|sign-out)/.test(one))) {
    const answer = await postForm(pages, fillIn(path), { name: 'by a program' }, { authorization })
    expect([answer.status, await answer.text()], path).toEqual([
      403,
      expect.stringMatching(/NOT_PERMITTED|PERSON_NEEDED/),
    ])
  }
})

/** Every path that the source lets somebody post to. */
function readRoutes(): string[] {
  const folder = join(import.meta.dirname, '../../../server')
  const files = readdirSync(join(folder, 'http'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('http', file))
  return ['app.ts', ...files].flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\.post\(\s*'(\/[^']*)'/g)].map(
      ([, path]) => path!,
    ),
  )
}

function fillIn(path: string): string {
  return path
    .replace('/works/:slug', '/works/orbit-cli')
    .replace('/matches/:owner/:name', '/matches/second/orbit-leak')
    .replace('/people/:name', '/people/the-auditor')
    .replace('/notices/:id', '/notices/orbit-cli-2')
    .replace(':id', '1')
}
