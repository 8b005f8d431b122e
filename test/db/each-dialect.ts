import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open-database.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'
import { temporaryDatabase, tickingClock } from './temporary.ts'

/** The same tests on every database that Clawback runs on; `open` gives a fresh one with the real migrations. */
export function eachDialect(tests: (open: () => Promise<Database>) => void): void {
  describe('on SQLite', () => {
    tests(() => temporaryDatabase())
  })

  describe('on Postgres', () => {
    let server: PostgresServer | undefined
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server?.stop())

    tests(async () => {
      const url = await server!.createDatabase()
      const db = await openDatabase({ folder: '/not/used', clock: tickingClock(), url })
      onTestFinished(() => db.close())
      return db
    })
  })
}
