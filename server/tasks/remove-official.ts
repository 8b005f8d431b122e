import type { Database } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import { deleteOfficial, listOfficials } from '../../db/queries/officials.ts'
import { ClawbackError } from '../errors.ts'
import { requireWork } from './find-work.ts'
import { formatOfficial, readOfficial } from './official-name.ts'

/**
 * Takes OWNER or OWNER/NAME off the list of official repositories, with a reason for the log. What was compared while
 * it stood there stays official until a scan looks again; nothing of it is named before that.
 * @throws ClawbackError WORK_UNKNOWN, OFFICIAL_INVALID, OFFICIAL_UNKNOWN, REASON_MISSING
 */
export async function removeOfficial(
  app: { db: Database; actor: string },
  input: { work: string; repository: string; reason: string },
): Promise<{ work: string; official: string[] }> {
  const official = readOfficial(input.repository)
  const reason = input.reason.trim()
  if (reason === '') {
    throw new ClawbackError(
      'REASON_MISSING',
      'Nobody said why this is not official',
      'Say it, for whoever reads the log: its copies can be claimed from then on.',
    )
  }
  const work = await requireWork(app.db, input.work)
  await app.db.tx(async (tx) => {
    const removed = await deleteOfficial(tx, work.id, official)
    if (removed === undefined) {
      throw new ClawbackError(
        'OFFICIAL_UNKNOWN',
        `${formatOfficial(official)} is not on the list of official repositories of ${work.slug}`,
        `Name an entry as it stands there: ${(await listOfficials(tx, work.id)).map(formatOfficial).join(', ') || 'there is none'}.`,
      )
    }
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'official.removed',
      subject: `work:${work.slug}`,
      data: { official: formatOfficial(removed), reason },
    })
  })
  return { work: work.slug, official: (await listOfficials(app.db, work.id)).map(formatOfficial) }
}
