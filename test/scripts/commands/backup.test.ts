import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../open-test-app.ts'
import { openDataFolder } from '../../server/http/data-folder.ts'
import { seed } from '../../server/http/seed/seed.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

it('what is backed up and restored verifies, and answers the same', async () => {
  const { app } = await openDataFolder()
  onTestFinished(() => rm(app.folder, { recursive: true, force: true }))
  await seed(app)
  const before = { CLAWBACK_DATA: app.folder }
  const folder = await temporaryFolder()
  const file = join(folder, 'backup.tar')
  const made = await askClawback<{ head: unknown; files: number }>(['backup', file, '--with-key'], before)
  await app.db.close()

  const after = { CLAWBACK_DATA: join(folder, 'restored') }
  const restored = await askClawback(['restore', file], after)
  expect(restored).toMatchObject({
    folder: after.CLAWBACK_DATA,
    head: made.head,
    files: made.files,
    hasKey: true,
  })
  expect(await askClawback(['audit', 'verify'], after)).toMatchObject({ ok: true, head: made.head })
  for (const args of [
    ['work', 'show', 'orbit-cli'],
    ['matches', 'orbit-cli'],
    ['notice', 'list'],
    ['audit', 'export'],
  ]) {
    expect(await askClawback(args, after)).toEqual(await askClawback(args, before))
  }
  const again = await runClawback(['restore', file], after)
  expect(again).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[RESTORE_NOT_EMPTY]') })
})

it('a Postgres database is not backed up in half', async () => {
  const folder = await temporaryFolder()
  const settings = { CLAWBACK_DATA: join(folder, 'data'), DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }
  const ended = await runClawback(['restore', join(folder, 'backup.tar')], settings)
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('[RESTORE_NOT_SQLITE]') })
})
