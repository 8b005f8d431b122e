import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { packageRoot } from '../../server/package-root.ts'
import type { Database } from '../../db/database.ts'
import { verifyEvents } from '../../db/events/verify-events.ts'
import { temporaryDatabase, temporaryFolder } from './temporary.ts'

interface Started {
  child: ChildProcess
  /** The last whole line it printed. */
  last: () => string
  /** Resolves when it has printed this many lines. */
  printed: (lines: number) => Promise<void>
}

function start(...args: string[]): Started {
  const program = join(packageRoot, 'test', 'db', 'writing-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  return {
    child,
    last: () => lines.at(-1) ?? '',
    async printed(count) {
      while (lines.length < count) {
        if (child.exitCode !== null) throw new Error(`The process ended with ${child.exitCode}`)
        await sleep(5)
      }
    },
  }
}

async function kill({ child }: Started): Promise<void> {
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}

/** Works and events go together, and each of them is whole. */
async function expectWhole(db: Database): Promise<number> {
  const works = await db.orm.select().from(db.tables.works)
  const events = await db.orm.select().from(db.tables.events)
  expect(events.map(({ subject }) => subject).sort()).toEqual(works.map(({ slug }) => `work:${slug}`).sort())
  expect(works.every(({ title }) => title === 'Orbit, whole')).toBe(true)
  expect(await verifyEvents(db)).toMatchObject({ ok: true, events: events.length })
  return works.length
}

test('killed inside a transaction, nothing of it is left, and the next one can write', async () => {
  const folder = temporaryFolder()
  const hanging = start('hang', folder)
  await hanging.printed(1)
  await kill(hanging)

  const db = await temporaryDatabase(folder)
  expect(await expectWhole(db)).toBe(0)
  const next = start('write', folder)
  await next.printed(3)
  await kill(next)
  expect(await expectWhole(db)).toBeGreaterThanOrEqual(3)
})

test('killed at any moment, all that was said to be done is there, and whole', async () => {
  const folder = temporaryFolder()
  for (const [round, lines] of [1, 7, 40].entries()) {
    const writing = start('write', folder, `round-${round}`)
    await writing.printed(lines)
    await kill(writing)
    const db = await temporaryDatabase(folder)
    await expectWhole(db)
    const { length } = (await db.orm.select().from(db.tables.events)).filter(
      ({ actor }) => actor === `round-${round}`,
    )
    expect(length).toBeGreaterThanOrEqual(Number(writing.last()))
  }
})

test('several processes make the database and write at the same time: one log, in one order', async () => {
  const folder = temporaryFolder()
  const processes = ['a', 'b', 'c'].map((name) => start('write', folder, name))
  await Promise.all(processes.map(({ printed }) => printed(20)))
  await Promise.all(processes.map(kill))
  expect(await expectWhole(await temporaryDatabase(folder))).toBeGreaterThanOrEqual(60)
})
