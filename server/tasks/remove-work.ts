import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import { countWork, deleteWorkContents, listContentIdsInUse, updateWork } from '../../db/queries/works.ts'
import { requireWork } from './find-work.ts'

/**
 * Removes the originals, the baseline and the fingerprints of a work from this machine. What was found and said
 * about it stays: matches, reviews, notices and the log are the record of what was sworn.
 */
export async function removeWork(
  app: { db: Database; content: ContentStore; actor: string; clock: () => Date },
  slug: string,
): Promise<{ removed: string; originals: number }> {
  const work = await requireWork(app.db, slug)
  const before = await listContentIdsInUse(app.db)
  const { claimed } = await countWork(app.db, work.id)
  await app.db.tx(async (tx) => {
    await deleteWorkContents(tx, work.id)
    await updateWork(tx, work.id, { removedAt: app.clock() })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'work.removed',
      subject: `work:${slug}`,
      data: { originals: claimed },
    })
  })
  const after = await listContentIdsInUse(app.db)
  for (const id of before) if (!after.has(id)) await app.content.remove(id)
  return { removed: slug, originals: claimed }
}
