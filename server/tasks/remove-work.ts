import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Database } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import {
  countWork,
  deleteWorkContents,
  findWorkEvenRemoved,
  latestVersion,
  listContentIdsOnlyOf,
  updateWork,
} from '../../db/queries/works.ts'
import { ClawbackError } from '../errors.ts'
import { requireWork } from './find-work.ts'

/**
 * Removes the originals, the baseline and the fingerprints of a work from this machine. What was found and said
 * about it stays: matches, reviews, notices and the log are the record of what was sworn. The work is marked as
 * removed first and its rows go last, so that a removal that was cut short can be run again.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function removeWork(
  app: { db: Database; content: ContentStore; actor: string; clock: () => Date },
  slug: string,
): Promise<{ removed: string; originals: number }> {
  const work = (await findWorkEvenRemoved(app.db, slug)) ?? (await requireWork(app.db, slug))
  if (work.removedAt !== null && (await latestVersion(app.db, work.id)) === undefined) {
    throw new ClawbackError(
      'WORK_UNKNOWN',
      `The work ${slug} was removed before`,
      'See "clawback work list" for the works there are.',
    )
  }
  const { claimed } = await countWork(app.db, work.id)
  if (work.removedAt === null) {
    await app.db.tx(async (tx) => {
      await updateWork(tx, work.id, { removedAt: app.clock() })
      await appendEvent(tx, {
        actor: app.actor,
        kind: 'work.removed',
        subject: `work:${slug}`,
        data: { originals: claimed },
      })
    })
  }
  for (const id of await listContentIdsOnlyOf(app.db, work.id)) await app.content.remove(id)
  await app.db.tx((tx) => deleteWorkContents(tx, work.id))
  return { removed: slug, originals: claimed }
}
