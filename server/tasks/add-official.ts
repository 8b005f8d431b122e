import type { Database } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import { insertOfficial, listOfficials } from '../../db/queries/officials.ts'
import { requireWork } from './find-work.ts'
import { formatOfficial, readOfficial } from './official-name.ts'

/** Marks OWNER or OWNER/NAME as official for a work: never infringing, never in a notice. */
export async function addOfficial(
  app: { db: Database; actor: string },
  input: { work: string; repository: string },
): Promise<{ work: string; official: string[] }> {
  const official = readOfficial(input.repository)
  const work = await requireWork(app.db, input.work)
  await app.db.tx(async (tx) => {
    const added = await insertOfficial(tx, work.id, official)
    if (!added) return
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'official.added',
      subject: `work:${work.slug}`,
      data: { official: formatOfficial(official) },
    })
  })
  return { work: work.slug, official: (await listOfficials(app.db, work.id)).map(formatOfficial) }
}
