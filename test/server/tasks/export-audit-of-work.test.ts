import { expect, it, onTestFinished } from 'vitest'
import { appendEvent } from '../../../db/events/append-event.ts'
import { findWork } from '../../../db/queries/works.ts'
import { exportAuditOfWork } from '../../../server/tasks/export-audit-of-work.ts'
import { openDataFolder } from '../http/data-folder.ts'
import { seed } from '../http/seed/seed.ts'

it('what another work’s events tell stays out, also about a repository that matches both', async () => {
  const { app, remove } = await openDataFolder()
  onTestFinished(remove)
  await seed(app)
  const work = (await findWork(app.db, 'orbit-cli'))!
  const before = (await exportAuditOfWork(app, work)).events.length
  for (const [subject, data] of [
    ['work:other', {}],
    ['notice:other-1', {}],
    ['repository:7', { work: 'other', reason: 'confidential' }],
    ['repository:7', { scan: 4711 }],
    ['repository:7', null],
    ['repository:7', { work: 'orbit-cli', reason: 'ours' }],
  ] as const) {
    await app.db.tx((tx) => appendEvent(tx, { actor: 'test', kind: 'test', subject, data }))
  }
  const { events, verification } = await exportAuditOfWork(app, work)
  expect(events.slice(before)).toMatchObject([
    { subject: 'repository:7', data: expect.stringContaining('ours') },
  ])
  expect(verification).toMatchObject({ ok: true })
})
