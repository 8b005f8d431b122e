import type { Database } from '../../db/database.ts'
import type { Verification } from '../../db/events/verify-events.ts'
import { listWorkSubjects } from '../../db/queries/work-subjects.ts'
import { exportAudit, type DamagedEvent, type ExportedEvent } from './export-audit.ts'

/**
 * The events about a work, its notices and scans, and repositories as far as they concern it, as they lie in the log;
 * with the check of the whole log. What is damaged is in it: nobody knows what it was about.
 */
export async function exportAuditOfWork(
  { db }: { db: Database },
  work: { id: number; slug: string },
): Promise<{ verification: Verification; events: (ExportedEvent | DamagedEvent)[] }> {
  const { subjects, scans } = await listWorkSubjects(db, work)
  const { events, verification } = await exportAudit({ db })
  const concerns = (event: ExportedEvent | DamagedEvent) => {
    if ('damaged' in event || subjects.has(event.subject)) return true
    if (!event.subject.startsWith('repository:')) return false
    // A repository may match several works; its events say which one they are about.
    const { work: slug, scan } = readData(event.data)
    return slug === work.slug || (slug === undefined && scans.has(Number(scan)))
  }
  return { verification, events: events.filter(concerns) }
}

function readData(data: string): { work?: unknown; scan?: unknown } {
  try {
    return (JSON.parse(data) ?? {}) as { work?: unknown; scan?: unknown }
  } catch {
    return {}
  }
}
