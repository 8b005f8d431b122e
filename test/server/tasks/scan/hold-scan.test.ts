import { expect, it } from 'vitest'
import { insertWork } from '../../../../db/queries/works.ts'
import { holdScan, type Holder } from '../../../../server/tasks/scan/hold-scan.ts'
import { openTestApp } from '../../../open-test-app.ts'

const here: Holder = { host: 'here', pid: 7, isRunning: () => true }
const elsewhere: Holder = { host: 'elsewhere', pid: 7, isRunning: () => true }
const refused = { code: 'SCAN_RUNNING', exitCode: 3 }

async function openWork(slug = 'w') {
  const app = await openTestApp()
  let now = Date.parse('2026-06-01T08:00:00Z')
  const values = { slug, title: 'W', owner: 'O', fingerprintsOnly: false, createdAt: new Date(now) }
  const work = await app.db.tx((tx) => insertWork(tx, values))
  return {
    work,
    hold: (by: Holder) => holdScan({ db: app.db, clock: () => new Date(now), process: by }, work),
    wait: (seconds: number) => (now += seconds * 1000),
  }
}

it('lets one scan of a work run at a time, in this process too, and the next when it has ended', async () => {
  const { hold } = await openWork()
  const release = await hold(here)
  await expect(hold(here)).rejects.toMatchObject(refused)
  await expect(hold(elsewhere)).rejects.toMatchObject(refused)
  await release()
  await (
    await hold(elsewhere)
  )()
})

it('is no hold of a killed process on this machine, and on another one until its time runs out', async () => {
  const { hold, wait } = await openWork()
  await hold(here)
  await expect(hold(elsewhere)).rejects.toMatchObject(refused)
  const release = await hold({ ...here, pid: 8, isRunning: (pid) => pid !== 7 })
  await release()
  await hold(elsewhere)
  wait(60)
  await expect(hold(here)).rejects.toMatchObject(refused)
  wait(61)
  await hold(here)
})

it('that was taken over is neither renewed nor ended by the one that had it', async () => {
  const { hold, wait } = await openWork()
  const release = await hold(elsewhere)
  wait(121)
  await hold(here)
  await release()
  await expect(hold(elsewhere)).rejects.toMatchObject(refused)
})
