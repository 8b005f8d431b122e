import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../db/open-database.ts'
import { ClawbackError } from '../../../server/errors.ts'
import { createTableJobs } from '../../../server/jobs/create-table-jobs.ts'
import { createPostgresJobs } from '../../../server/jobs/create-postgres-jobs.ts'
import type { Jobs, TellFailure, Works } from '../../../server/jobs/jobs.ts'
import { napUntilAborted } from '../../../server/jobs/open-jobs.ts'
import { startPostgres, type PostgresServer } from '../../db/postgres-server.ts'
import { temporaryFolder } from '../../db/temporary.ts'

const never = new AbortController().signal
const past = new Date('2026-04-01T00:00:00Z')
const future = new Date('2126-04-01T00:00:00Z')
const job = (key: string, runAt = past) => ({ kind: 'look', key, payload: { key }, runAt })

type Open = (name: string, tellFailure?: TellFailure) => Promise<Jobs>

/** What holds wherever jobs are kept. */
function behaves(prepare: () => Promise<Open>): void {
  it('does each job that is due once, whoever of several gets it, and none that is not', async () => {
    const open = await prepare()
    const [one, two] = [await open('one'), await open('two')]
    for (let i = 0; i < 30; i++) await one.put(job(`job-${i}`))
    await one.put(job('later', future))
    const done: string[] = []
    const works: Works = {
      look: (payload) => {
        done.push((payload as { key: string }).key)
        return Promise.resolve(null)
      },
    }
    await Promise.all([one.runDue(works, never), two.runDue(works, never)])
    expect(done.sort()).toEqual(Array.from({ length: 30 }, (_, i) => `job-${i}`).sort())
  })

  it('has one job of a key: putting moves it, ensuring leaves it', async () => {
    const jobs = await (await prepare())('one')
    let runs = 0
    const works: Works = { look: () => (runs++, Promise.resolve(null)) }
    await jobs.put(job('a'))
    await jobs.put(job('a', future))
    await jobs.ensure(job('a'))
    await jobs.runDue(works, never)
    expect(runs).toBe(0)
    await jobs.put(job('a'))
    await jobs.ensure(job('a', future))
    await jobs.runDue(works, never)
    expect(runs).toBe(1)
  })

  it('does a job again when it says so', async () => {
    const jobs = await (await prepare())('one')
    const runs: unknown[] = []
    const works: Works = {
      look: (payload) => {
        runs.push(payload)
        return Promise.resolve(runs.length < 3 ? past : future)
      },
    }
    await jobs.put(job('a'))
    for (let i = 0; i < 5; i++) await jobs.runDue(works, never)
    expect(runs).toEqual(Array(3).fill({ key: 'a' }))
  })

  it('tries what failed again, and tells the failure by its code alone', async () => {
    const failures: unknown[] = []
    const jobs = await (await prepare())('one', ({ kind, code }) => failures.push({ kind, code }))
    const works: Works = {
      look: () => Promise.reject(new ClawbackError('GITHUB_DOWN', 'a secret stands here', 'wait')),
    }
    await jobs.put(job('a'))
    await jobs.runDue(works, never)
    expect(failures).toEqual([{ kind: 'look', code: 'GITHUB_DOWN' }])
    // It waits, and is not lost: ensuring it does not move it, putting it does.
    let good = 0
    await jobs.put(job('a'))
    await jobs.runDue({ look: () => (good++, Promise.resolve(null)) }, never)
    expect(good).toBe(1)
  })

  it('runs until told to stop, and takes what comes meanwhile', async () => {
    const jobs = await (await prepare())('one')
    const stop = new AbortController()
    const done: string[] = []
    const running = jobs.run(
      {
        look: (payload) => {
          done.push((payload as { key: string }).key)
          if (done.length === 2) stop.abort()
          return Promise.resolve(null)
        },
      },
      stop.signal,
    )
    await jobs.put(job('a'))
    await jobs.put(job('b'))
    await running
    expect(done.sort()).toEqual(['a', 'b'])
  })
}

describe('jobs in a table', () => {
  const clockAt = (from: number) => {
    const clock = { now: from }
    return { read: () => new Date(clock.now), clock }
  }

  async function prepare(time = clockAt(Date.parse('2026-11-21T00:00:00Z'))): Promise<Open> {
    const db = await openDatabase({ folder: temporaryFolder(), clock: time.read })
    onTestFinished(() => db.close())
    return (name, tellFailure = () => undefined) =>
      Promise.resolve(createTableJobs({ db, name, clock: time.read, sleep: napUntilAborted, tellFailure }))
  }

  behaves(() => prepare())

  it('that is put again while it runs is not lost when the first run ends', async () => {
    const jobs = await (await prepare())('one')
    const runs: ((again: Date | null) => void)[] = []
    const works: Works = { look: () => new Promise((resolve) => runs.push(resolve)) }
    const begun = (count: number) => expect.poll(() => runs.length).toBe(count)
    await jobs.put(job('a'))
    const first = jobs.runDue(works, never)
    await begun(1)
    await jobs.put(job('a'))
    const second = jobs.runDue(works, never)
    await begun(2)

    runs[0]!(null)
    await first
    runs[1]!(past)
    await begun(3)
    runs[2]!(null)
    await second
    expect(runs).toHaveLength(3)
  })

  it('gives the job of a killed process to another when its lease has run out, and not before', async () => {
    const time = clockAt(Date.parse('2026-11-21T00:00:00Z'))
    const open = await prepare(time)
    const [killed, other] = [await open('killed'), await open('other')]
    await killed.put(job('a'))
    let began: () => void
    const begun = new Promise<void>((resolve) => (began = resolve))
    // Never ends, as a killed process never tells.
    void killed.runDue({ look: () => (began(), new Promise(() => undefined)) }, never)
    await begun
    const done: unknown[] = []
    const works: Works = { look: (payload) => (done.push(payload), Promise.resolve(null)) }
    await other.runDue(works, never)
    expect(done).toEqual([])
    time.clock.now += 11 * 60_000
    await other.runDue(works, never)
    expect(done).toEqual([{ key: 'a' }])
  })

  it('waits twice as long after each failure, an hour at most', async () => {
    const time = clockAt(Date.parse('2026-11-21T00:00:00Z'))
    const pauses: number[] = []
    const jobs = await (
      await prepare(time)
    )('one', ({ again }) => pauses.push((again!.getTime() - time.clock.now) / 60_000))
    await jobs.put(job('a'))
    for (let i = 0; i < 9; i++) {
      await jobs.runDue({ look: () => Promise.reject(new Error('no')) }, never)
      time.clock.now += pauses.at(-1)! * 60_000
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  })
})

describe('jobs in Postgres', () => {
  let server: PostgresServer | undefined
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  behaves(async () => {
    const url = await server!.createDatabase()
    return async (_, tellFailure = () => undefined) => {
      const jobs = await createPostgresJobs({ url, tellFailure })
      onTestFinished(() => jobs.close())
      return jobs
    }
  })
})
