import { eq } from 'drizzle-orm'
import { appendEvent } from '../../db/events/append-event.ts'
import { openDatabase } from '../../db/open-database.ts'

/**
 * A process for tests to kill. `write FOLDER NAME`: work after work, each with its event, printing the number of
 * each that is committed. `hang FOLDER`: stops inside a transaction, and says so.
 */
const [mode, folder, name = 'orbit'] = process.argv.slice(2) as [string, string, string?]
const db = await openDatabase({ folder, clock: () => new Date() })
const { works } = db.tables

function add(n: number, inside: () => Promise<void>): Promise<void> {
  return db.tx(async (tx) => {
    const slug = `${name}-${n}`
    await tx.orm
      .insert(works)
      .values({ slug, title: 'Orbit', owner: 'Orbit Inc.', fingerprintsOnly: false, createdAt: tx.clock() })
    await appendEvent(tx, { actor: name, kind: 'work.added', subject: `work:${slug}`, data: { n } })
    await inside()
    await tx.orm.update(works).set({ title: 'Orbit, whole' }).where(eq(works.slug, slug))
  })
}

if (mode === 'hang') {
  await add(0, () => {
    process.stdout.write('inside\n')
    return new Promise(() => setInterval(() => {}, 1000))
  })
}
for (let n = 1; ; n++) {
  await add(n, () => Promise.resolve())
  process.stdout.write(`${n}\n`)
}
