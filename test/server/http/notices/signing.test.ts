import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findClaimant } from '../../../../db/queries/claimants.ts'
import { findWork } from '../../../../db/queries/works.ts'
import { listEvents } from '../../../../server/tasks/list-events.ts'
import { listNotices } from '../../../../server/tasks/notice/list-notices.ts'
import { showNotice } from '../../../../server/tasks/notice/show-notice.ts'
import { setClaimant } from '../../../../server/tasks/set-claimant.ts'
import { gitHubAsSeen } from '../seed/github-as-seen.ts'
import { seed } from '../seed/seed.ts'
import { signInAs, type UserSession } from '../user-session.ts'
import { startPages, type Pages } from '../with-pages.ts'

let pages: Pages
let signatory: UserSession
let researcher: UserSession

beforeAll(async () => {
  pages = await startPages(async (app) => {
    await seed(app)
    const work = await findWork(app.db, 'orbit-cli')
    app.connect = gitHubAsSeen(app.db, work!.id)
  })
  signatory = await signInAs(pages, 'sig', ['signatory'], 'Ada Diaz')
  researcher = await signInAs(pages, 'res', ['researcher'])
})
afterAll(() => pages.close())

const statusOf = async (id: string) => (await showNotice(pages.app, id)).status

describe('a draft', () => {
  it('is made by a researcher, who is shown what each wording could disable', async () => {
    const answer = await researcher.post('/works/orbit-cli/notices')
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('Nothing was sent.')
    expect((await signatory.post('/works/orbit-cli/notices')).status).toBe(403)
  })

  it('is signed by nobody but a signatory, under their own name', async () => {
    const { id } = (await draft())!
    for (const role of ['researcher', 'reviewer', 'auditor', 'admin'] as const) {
      const user = await signInAs(pages, `no-${role}`, [role])
      expect(await (await user.get(`/notices/${id}`)).text()).not.toContain('/signature"')
      for (const act of ['signature', 'sent', 'sending']) {
        expect(
          (await user.post(`/notices/${id}/${act}`, { name: 'Ada Diaz' })).status,
          `${role} ${act}`,
        ).toBe(403)
      }
    }
    const other = await signatory.post(`/notices/${id}/signature`, { name: 'Bo Li' })
    expect(other.status).toBe(400)
    expect(await other.text()).toContain('SIGNATURE_NOT_YOURS')
    expect(await statusOf(id)).toBe('draft')
  })

  it('is not signed when another took its number after it was shown', async () => {
    const { id } = (await draft())!
    const before = await shown(id)
    const claimant = (await findClaimant(pages.app.db, (await findWork(pages.app.db, 'orbit-cli'))!.id))!
    const { name, role, organization, email } = claimant
    const said = { name, role, organization, email, authority: 'I own it, and more.', phone: '+1 555 0100' }
    await setClaimant(pages.app, 'orbit-cli', said)
    expect((await draft())!.id, 'the number is used again').toBe(id)
    for (const seen of [before, '']) {
      const answer = await sign(id, seen)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('NOTICE_CHANGED')
    }
    expect(await statusOf(id)).toBe('draft')
  })

  it('of a retraction takes nothing back where nothing was swept', async () => {
    const { id } = (await draft())!
    const answer = await researcher.post(`/notices/${id}/retraction`)
    expect(await answer.text()).toContain('NOTHING_SWEPT')
    expect((await listNotices(pages.app)).filter(({ about }) => about === id)).toEqual([])
  })

  it('is downloaded as a file that says it is a draft, and that is in the log', async () => {
    const { id } = (await draft())!
    const answer = await researcher.get(`/notices/${id}/files/text`)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(await answer.text()).toContain('DRAFT')
    expect((await listEvents(pages.app, { limit: 3 })).map(({ kind }) => kind)).toContain('notice.exported')
    expect((await researcher.get(`/notices/${id}/files/exe`)).status).toBe(404)
  })
})

describe('a signed notice', () => {
  it('is recorded as sent once, and never signed again', async () => {
    const { id } = (await draft())!
    const signed = await sign(id, await shown(id), 'ada  diaz')
    expect(signed.status, await signed.text()).toBe(303)
    expect(await statusOf(id)).toBe('signed')
    const [event] = await listEvents(pages.app, { limit: 1 })
    expect(event).toMatchObject({ kind: 'notice.signed', actor: 'sig', data: { signedBy: 'Ada Diaz' } })
    const again = await sign(id, '')
    expect(await again.text()).toContain('NOTICE_SIGNED')

    expect((await signatory.post(`/notices/${id}/sent`, { channel: 'pigeon' })).status).toBe(400)
    const sent = await signatory.post(`/notices/${id}/sent`, { channel: 'form', ticket: '4711' })
    expect(sent.status, await sent.text()).toBe(303)
    expect(await showNotice(pages.app, id)).toMatchObject({ status: 'sent', channel: 'form', ticket: '4711' })
    expect((await signatory.post(`/notices/${id}/sent`, { channel: 'form' })).status).toBe(400)
  })

  it('goes out by e-mail only where a mail server is set', async () => {
    const answer = await signatory.post('/notices/orbit-cli-1/sending')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('MAIL_NOT_SET')
  })
})

/** What the page of a draft says that it shows. */
async function shown(id: string): Promise<string> {
  return /name="draft" value="([0-9a-f]{64})"/.exec(await (await signatory.get(`/notices/${id}`)).text())![1]!
}

const sign = (id: string, seen: string, name = 'Ada Diaz') =>
  signatory.post(`/notices/${id}/signature`, { name, draft: seen })

/** The newest draft, made anew so that no test waits for another. */
async function draft(): Promise<{ id: string } | undefined> {
  const html = await (await researcher.post('/works/orbit-cli/notices')).text()
  const id = /href="\/notices\/(orbit-cli-\d+)"/.exec(html)?.[1]
  return id === undefined ? undefined : { id }
}
