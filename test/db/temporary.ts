import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open-database.ts'

/** A folder of its own for the running test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clawback-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that moves one second with each look at it. */
export function tickingClock(start = '2026-04-01T12:00:00.000Z'): () => Date {
  let now = Date.parse(start)
  return () => new Date((now += 1000))
}

/** A fresh database with the real migrations, closed when the test ends. */
export async function temporaryDatabase(folder = temporaryFolder()): Promise<Database> {
  const db = await openDatabase({ folder, clock: tickingClock() })
  onTestFinished(() => db.close())
  return db
}
