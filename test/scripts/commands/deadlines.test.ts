import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../open-test-app.ts'
import { openDataFolder } from '../../server/http/data-folder.ts'
import { seed } from '../../server/http/seed/seed.ts'
import { askClawback, runClawback } from '../run-clawback.ts'

it('a counter notice that is recorded has deadlines, also in a calendar', async () => {
  const { app } = await openDataFolder()
  onTestFinished(() => rm(app.folder, { recursive: true, force: true }))
  await seed(app)
  await app.db.close()
  const settings = { CLAWBACK_DATA: app.folder }
  const folder = await temporaryFolder()
  const file = join(folder, 'counter.txt')
  await writeFile(file, 'I dispute the notice about https://github.com/leaker/orbit-leak')
  // What the notice names and is not known to be down is asked about.
  const followUp = { kind: 'follow-up', notice: 'orbit-cli-1', repository: 'first/orbit-leak' }
  expect(await askClawback(['deadlines'], settings)).toMatchObject([{ ...followUp, state: 'past' }])

  const args = [
    'counter-notice',
    'record',
    'orbit-cli-1',
    '--received-at',
    '2026-04-10T08:00:00Z',
    '--file',
    file,
  ]
  const recorded = await askClawback<{ deadlines: unknown[] }>(args, settings)
  expect(recorded).toMatchObject({ notice: 'orbit-cli-1', repositories: ['leaker/orbit-leak'] })

  const ics = join(folder, 'deadlines.ics')
  const asked = await askClawback(['deadlines', '--as-of', '2026-04-11', '--ics', ics], settings)
  expect(asked).toMatchObject([
    followUp,
    {
      kind: 'court-action',
      notice: 'orbit-cli-1',
      repository: 'leaker/orbit-leak',
      due: '2026-04-20',
      basis: expect.stringContaining('512(g)'),
      state: 'coming',
    },
    { kind: 'reinstatement-earliest' },
    { kind: 'reinstatement-latest' },
  ])
  expect(await readFile(ics, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:20260420/)
  expect((await stat(ics)).mode & 0o777).toBe(0o600)

  const wrong = await runClawback(['deadlines', '--as-of', 'tomorrow'], settings)
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('[TIME_INVALID]') })
})
