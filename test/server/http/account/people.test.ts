import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEvents } from '../../../../server/tasks/list-events.ts'
import { password, postForm, sessionOf, signInAs, type UserSession } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages
let admin: UserSession

beforeAll(async () => {
  pages = await startPages()
  admin = await signInAs(pages, 'root.admin', ['admin'])
})
afterAll(() => pages.close())

function madePassword(html: string): string {
  return /shown only now: <code>([a-z0-9-]+)<\/code>/.exec(html)![1]!
}

describe('people', () => {
  it('are added with a password that is shown once and signs them in', async () => {
    const answer = await admin.post('/people', { name: 'Ada.Diaz', fullName: 'Ada Díaz', role: 'reviewer' })
    const html = await answer.text()
    const made = madePassword(html)

    expect(html).toContain('Ada Díaz')
    expect(await (await admin.get('/people')).text()).not.toContain(made)
    const signedIn = await postForm(pages, '/sign-in', { name: 'ada.diaz', password: made, next: '/notices' })
    expect(signedIn.status).toBe(303)
    expect(signedIn.headers.get('location')).toBe('/notices')
    const events = await listEvents(pages.app, { limit: 5 })
    expect(events).toContainEqual(
      expect.objectContaining({ actor: 'root.admin', kind: 'user.added', subject: 'user:ada.diaz' }),
    )
    expect(JSON.stringify(events)).not.toContain(made)
  })

  it('lose and gain roles at once, in sessions that are open', async () => {
    const bo = await signInAs(pages, 'bo', ['auditor'])
    expect((await bo.get('/people')).status).toBe(403)

    await admin.post('/people/bo/roles', { role: ['auditor', 'admin'] })
    expect((await bo.get('/people')).status).toBe(200)
    await admin.post('/people/bo/roles', { role: 'auditor' })
    expect((await bo.get('/people')).status).toBe(403)
  })

  it('who are removed are out at once, and their name is given to nobody else', async () => {
    const cy = await signInAs(pages, 'cy', ['auditor'])
    expect((await cy.get('/')).status).toBe(200)

    await admin.post('/people/cy/remove')

    expect((await cy.get('/')).status).toBe(401)
    expect((await postForm(pages, '/sign-in', { name: 'cy', password })).status).toBe(401)
    const again = await admin.post('/people', { name: 'cy', role: 'auditor' })
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('USER_NAME_SPENT')
  })

  it('who lost their password get another, and are signed out everywhere', async () => {
    const di = await signInAs(pages, 'di', ['auditor'])
    const made = madePassword(await (await admin.post('/people/di/reset')).text())

    expect((await di.get('/')).status).toBe(401)
    expect((await postForm(pages, '/sign-in', { name: 'di', password })).status).toBe(401)
    expect((await postForm(pages, '/sign-in', { name: 'di', password: made })).status).toBe(303)
  })

  it.each([
    [{ name: 'x y', role: 'auditor' }, 'USER_NAME_INVALID'],
    [{ name: '<b>', role: 'auditor' }, 'USER_NAME_INVALID'],
    [{ name: 'root.admin', role: 'auditor' }, 'USER_EXISTS'],
    [{ name: 'nobody' }, 'ROLE_UNKNOWN'],
    [{ name: 'nobody', role: 'boss' }, 'ROLE_UNKNOWN'],
  ])('%o is refused with its reason', async (fields, code) => {
    const answer = await admin.post('/people', fields)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(code)
  })
})

describe('a form', () => {
  it('without the token of its session changes nothing', async () => {
    const other = await signInAs(pages, 'ed', ['admin'])
    const stolen = /name="form-token" value="([\w-]+)"/.exec(await (await other.get('/people')).text())![1]!
    for (const token of ['', 'x', stolen]) {
      const answer = await postForm(
        pages,
        '/people',
        { name: 'by-stealth', role: 'admin', 'form-token': token },
        { cookie: admin.cookie },
      )
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('FORM_STALE')
    }
    expect(await (await admin.get('/people')).text()).not.toContain('by-stealth')
  })

  it('larger than any person writes is refused', async () => {
    const answer = await admin.post('/people', { name: 'x'.repeat(300_000), role: 'admin' })
    expect(answer.status).toBe(413)
  })

  it.each(['researcher', 'reviewer', 'signatory', 'auditor'] as const)(
    'of People is not for a %s',
    async (role) => {
      const user = await signInAs(pages, `only-${role}`, [role])
      for (const path of ['/people', '/people/bo/roles', '/people/bo/reset', '/people/bo/remove']) {
        expect((await user.post(path, { name: 'made', role: 'admin' })).status, path).toBe(403)
      }
      expect((await user.get('/people')).status).toBe(403)
    },
  )
})

it('whoever holds the machine may do everything, and adds the first user', async () => {
  const holder = await sessionOf(pages, await pages.cookie())
  expect((await holder.get('/people')).status).toBe(200)
})
