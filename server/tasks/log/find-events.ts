import type { Queryable } from '../../../db/database.ts'
import type { EventFilter } from '../../../db/events/event-filter.ts'
import { findRepositoryByName } from '../../../db/queries/repositories.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { ClawbackError } from '../../errors.ts'
import { listEvents, type EventRow } from '../list-events.ts'

/** What somebody looks for in the log, in their words. */
export interface EventSearch {
  kind?: string
  who?: string
  /** The id of a notice. */
  notice?: string
  /** `owner/name` */
  repository?: string
  /** Days in UTC, both included: `2026-03-31`. */
  from?: string
  to?: string
}

/**
 * The events that somebody looks for, the newest first, a page at a time.
 * @throws ClawbackError FILTER_INVALID
 */
export async function findEvents(
  app: { db: Queryable },
  search: EventSearch,
  page: { before?: number; limit: number },
): Promise<EventRow[]> {
  const about = await readAbout(app.db, search)
  if (about === null) return []
  const filter: EventFilter = {
    ...(search.kind === undefined ? {} : { kind: search.kind }),
    ...(search.who === undefined ? {} : { actor: search.who }),
    ...(about === undefined ? {} : { about }),
    ...(search.from === undefined ? {} : { from: readDay(search.from, 0) }),
    ...(search.to === undefined ? {} : { until: readDay(search.to, 1) }),
  }
  return await listEvents(app, { ...page, filter })
}

/** Events that name others in their data: few kinds, since each of their events is read through. */
const namingNotices = ['mail.linked', 'archive.linked', 'notice.drafted']
const namingRepositories = ['notice.drafted', 'notice.signed', 'archive.linked']

/** Undefined: whatever it is about; null: about something that was never seen. */
async function readAbout(
  db: Queryable,
  { notice, repository }: EventSearch,
): Promise<EventFilter['about'] | null> {
  if (notice !== undefined && repository !== undefined) {
    throw invalid('A notice and a repository are looked for at once', 'Leave one of them empty.')
  }
  if (notice !== undefined) {
    const id = notice.trim()
    return { subject: `notice:${id}`, name: id, namedIn: namingNotices }
  }
  if (repository === undefined) return undefined
  const name = readRepositoryName(repository.trim())
  if (name === undefined) throw invalid('The repository is no OWNER/NAME', 'Give it as GitHub spells it.')
  const row = await findRepositoryByName(db, name.owner, name.name)
  if (row === undefined) return null
  const about = { subject: `repository:${row.id}`, name: `${row.owner}/${row.name}` }
  return { ...about, namedIn: namingRepositories }
}

function readDay(text: string, plusDays: number): Date {
  const at = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(at.getTime())) {
    throw invalid('A day cannot be read', 'Give it like 2026-03-31.')
  }
  return new Date(at.getTime() + plusDays * 86_400_000)
}

function invalid(message: string, fix: string): ClawbackError {
  return new ClawbackError('FILTER_INVALID', message, fix)
}
