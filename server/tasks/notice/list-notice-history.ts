import type { Queryable } from '../../../db/database.ts'
import { readEventsOf } from '../../../db/events/read-events-of.ts'
import type { LoggedEvent } from '../../../db/events/read-events.ts'
import { listNamed } from '../../../db/queries/notices.ts'
import { requireNotice } from './find-notice.ts'

/** One thing that happened to a notice, or to several repositories that it names at one look. */
export interface NoticeMoment {
  at: string
  kind: string
  actor: string
  data: Readonly<Record<string, unknown>>
  /** Whom it happened to, where it did not happen to the notice itself. */
  repositories: string[]
}

/**
 * What became of a notice, oldest first, from the log: its own events since it was drafted as it stands, and the
 * changes of what it names since it was signed. A draft that gave way left its number to this one, and its events too.
 */
export async function listNoticeHistory({ db }: { db: Queryable }, id: string): Promise<NoticeMoment[]> {
  const notice = await requireNotice(db, id)
  const own = await readEventsOf(db, [`notice:${id}`])
  const drafted = own.findLastIndex(({ kind }) => kind === 'notice.drafted')
  const moments = own.slice(Math.max(0, drafted)).map((event) => momentOf(event, []))
  if (notice.signedAt !== null) {
    const subjects = (await listNamed(db, [id])).map(({ repositoryId }) => `repository:${repositoryId}`)
    moments.push(...groupByLook(await readEventsOf(db, subjects, 'repository.availability'), notice.signedAt))
  }
  return moments.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** What one look found to be the same of several repositories is one thing that happened. */
function groupByLook(events: readonly LoggedEvent[], since: Date): NoticeMoment[] {
  const looks = new Map<string, NoticeMoment>()
  for (const event of events) {
    const { to, repository } = readData(event)
    if (event.at < since) continue
    const minute = event.at.toISOString().slice(0, 16)
    const key = `${minute} ${String(to)}`
    const look = looks.get(key) ?? momentOf(event, [])
    look.repositories.push(typeof repository === 'string' ? repository : event.subject)
    looks.set(key, look)
  }
  return [...looks.values()]
}

function momentOf(event: LoggedEvent, repositories: string[]): NoticeMoment {
  const { at, kind, actor } = event
  return { at: at.toISOString(), kind, actor, data: readData(event), repositories }
}

function readData({ data }: LoggedEvent): Readonly<Record<string, unknown>> {
  return data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : {}
}
