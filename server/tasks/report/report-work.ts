import type { Queryable } from '../../../db/database.ts'
import { showWork, type WorkDetail } from '../show-work.ts'
import { requireWork } from '../find-work.ts'
import { listDeadlines, type DeadlineRow } from '../list-deadlines.ts'
import { listMatches, type MatchRow } from '../list-matches.ts'
import { listOverreach, type Overreach } from '../list-overreach.ts'
import { listNotices } from '../notice/list-notices.ts'
import type { NoticeSummary } from '../notice/notice-summary.ts'
import { showLatestScan, type LatestScan } from '../scan/show-latest-scan.ts'
import { showStatus, type Figure } from '../show-status.ts'

/** What is known of a work on one day. It holds no original, no path of one, and nobody's contact details. */
export interface WorkReport {
  /** ISO time. */
  at: string
  work: WorkDetail['work'] & { version: number; official: string[] }
  figures: Figure[]
  /** null: never scanned. */
  scan: LatestScan | null
  matches: MatchRow[]
  notices: NoticeSummary[]
  overreach: Overreach[]
  deadlines: DeadlineRow[]
}

/**
 * Everything that the commands tell of a work, in one document.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function reportWork(
  { db, clock }: { db: Queryable; clock: () => Date },
  slug: string,
): Promise<WorkReport> {
  const { id } = await requireWork(db, slug)
  const { work, version, official } = await showWork({ db }, slug)
  const [status] = (await showStatus({ db, clock }, slug)).works
  const notices = await listNotices({ db }, id)
  const ids = new Set(notices.map((notice) => notice.id))
  return {
    at: clock().toISOString(),
    work: { ...work, version, official },
    figures: status?.figures ?? [],
    scan: await showLatestScan({ db }, slug),
    matches: await listMatches({ db }, slug, {}),
    notices,
    overreach: await listOverreach({ db }, slug),
    deadlines: (await listDeadlines({ db, clock }, null)).filter(({ notice }) => ids.has(notice)),
  }
}
