import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, it } from 'vitest'
import { checkNoticeText } from '../../../../server/core/notice/check-notice-text.ts'
import { requireNotice } from '../../../../server/tasks/notice/find-notice.ts'
import { exportNotice } from '../../../../server/tasks/notice/export-notice.ts'
import { renderNotice } from '../../../../server/tasks/notice/render-notice.ts'
import { noticeFormats, writeNotice } from '../../../../server/tasks/notice/write-notice.ts'
import { formFields, withoutTags } from '../../../../server/render/notices/form-fields.ts'
import { loadNoticeTemplates } from '../../../../server/render/notices/notice-templates.ts'
import type { TakedownDocument } from '../../../../server/core/notice/types.ts'
import type { Notice } from '../../../../db/queries/notices.ts'
import { openTestApp, temporaryFolder } from '../../../open-test-app.ts'
import { readPdf } from '../../render/documents/read-pdf.ts'
import { addSignedNotice, awkward, signedAt } from './signed-notice.ts'

const gitHub = { to: null, from: null }

async function openNotices(): Promise<{ signed: Notice; draft: Notice }> {
  const app = await openTestApp()
  await addSignedNotice(app)
  return { signed: await requireNotice(app.db, 'orbit-1'), draft: await requireNotice(app.db, 'orbit-2') }
}

it('the same notice gives the same bytes in every format, and a draft says what it is in each', async () => {
  const { signed, draft } = await openNotices()
  for (const format of noticeFormats) {
    const { bytes } = await writeNotice(signed, loadNoticeTemplates(), format, gitHub)
    expect((await writeNotice(signed, loadNoticeTemplates(), format, gitHub)).bytes.equals(bytes)).toBe(true)
    const words = (data: Buffer) => (format === 'pdf' ? readPdf(data).text : data.toString())
    expect(words(bytes)).not.toMatch(/DRAFT|"draft": true/)
    expect(words((await writeNotice(draft, loadNoticeTemplates(), format, gitHub)).bytes)).toMatch(
      /DRAFT|"draft": true/,
    )
  }
})

it('as pdf holds every question and answer, whose notice it is on every page, and what it shows by number', async () => {
  const { signed } = await openNotices()
  const { bytes, byNumber } = await writeNotice(signed, loadNoticeTemplates(), 'pdf', gitHub)
  const { text, artifacts, pages, links } = readPdf(bytes)
  const read = text
    .replace(/⟨U\+([0-9A-F]+)⟩/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\s/g, '')
  for (const { question, answer } of formFields(signed.document as TakedownDocument, loadNoticeTemplates())) {
    expect(read).toContain(withoutTags(question).replace(/\s/g, ''))
    expect(read).toContain(answer.replace(/\s/g, ''))
  }
  expect(byNumber).toEqual(['軌', '道'])
  expect(links).toEqual(['https://github.com/leaker/orbit'])
  expect(artifacts.split(`orbit-1 · SHA-256 of what was signed ${signed.frozenHash ?? '?'}`)).toHaveLength(
    pages + 1,
  )
  expect(bytes.toString('latin1')).toContain('(D:20260401100000Z)')
})

it('as eml is a message to GitHub that mail programs open to be sent', async () => {
  const { signed } = await openNotices()
  const message = await PostalMime.parse(
    (await writeNotice(signed, loadNoticeTemplates(), 'eml', gitHub)).bytes,
  )
  expect(message.to?.map(({ address }) => address)).toEqual(['copyright@github.com'])
  expect(message.from?.address).toBe('ada@orbit.example')
  expect(message.subject).toBe('DMCA takedown notice: Orbit CLI')
  expect(new Date(message.date!)).toEqual(signedAt)
  expect(message.text?.replace(/\r\n/g, '\n')).toBe(renderNotice(signed, loadNoticeTemplates(), 'text'))
  expect(message.text?.replace(/\r\n/g, '\n')).toContain(awkward)
  expect(message.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
})

it('as a letter is complete under 512(c)(3), to GitHub or to whom it is addressed', async () => {
  const { signed } = await openNotices()
  const letter = async (to: string | null) =>
    (await writeNotice(signed, loadNoticeTemplates(), 'letter', { to, from: null })).bytes.toString()
  expect(await letter(null)).toMatch(/^GitHub, Inc\.\n/)
  expect(await letter('Provider Ltd.\nDMCA Agent')).toMatch(/^Provider Ltd\.\nDMCA Agent\n/)
  const { statutory } = checkNoticeText(await letter('Provider Ltd.'))
  expect(Object.values(statutory)).toEqual(Array(6).fill('present'))
  expect(await letter(null)).toContain(awkward)
})

it('is written for its owner only, and the log keeps its hash', async () => {
  const app = await openTestApp()
  await addSignedNotice(app)
  const out = join(await temporaryFolder(), 'notice.pdf')
  const { sha256 } = await exportNotice(app, { id: 'orbit-1', format: 'pdf', to: null, out })
  expect(
    createHash('sha256')
      .update(await readFile(out))
      .digest('hex'),
  ).toBe(sha256)
  expect((await stat(out)).mode & 0o777).toBe(0o600)
})
