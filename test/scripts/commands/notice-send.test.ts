import { afterAll, beforeAll, expect, it } from 'vitest'
import { rm } from 'node:fs/promises'
import PostalMime from 'postal-mime'
import { openDataFolder } from '../../server/http/data-folder.ts'
import { openSmtpServer } from '../../server/mail/open-smtp-server.ts'
import { addSignedNotice, awkward } from '../../server/tasks/notice/signed-notice.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

let folder: string

beforeAll(async () => {
  const { app } = await openDataFolder()
  await addSignedNotice(app)
  await app.db.close()
  folder = app.folder
})

afterAll(() => rm(folder, { recursive: true, force: true }))

it('a notice leaves only when a person says so, once, as it was signed', async () => {
  const { url, received } = await openSmtpServer({ user: 'orbit', pass: 'secret' })
  const settings = { CLAWBACK_DATA: folder, SMTP_URL: url, MAIL_FROM: 'ada@orbit.example' }
  const unasked = await runClawback(['notice', 'send', 'orbit-1'], settings)
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('[SEND_NOT_CONFIRMED]') })
  expect(received).toEqual([])

  const sent = await askClawback<{ status: string; message: { messageId: string } }>(
    ['notice', 'send', 'orbit-1', '--yes'],
    settings,
  )
  expect(sent.status).toBe('sent')
  expect(received).toHaveLength(1)
  const message = await PostalMime.parse(received[0]!.message)
  expect(message.messageId).toBe(sent.message.messageId)
  expect(message.text?.replace(/\r\n/g, '\n')).toContain(awkward)

  const again = await runClawback(['notice', 'send', 'orbit-1', '--yes'], settings)
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('[NOTICE_SENT]') })
  expect(received).toHaveLength(1)
  const doctor = await runClawback(['doctor', '--json'], settings)
  expect(doctor.stdout + doctor.stderr).not.toContain('secret')
  expect(doctor.stdout).toContain('takes mail from ada@orbit.example')
})
