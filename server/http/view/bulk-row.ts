import type { BulkSummary } from '../../tasks/review/show-bulk.ts'
import type { BulkRow } from '../../render/pages/matches-page.ts'
import { decisionBadge } from './badges.ts'
import { links } from './links.ts'

/** One decision about many, as the list of them shows it. */
export function bulkRow(slug: string, bulk: BulkSummary): BulkRow {
  const { id, reviewer, at, decided, takenBack } = bulk
  return {
    id,
    href: links.bulk(slug, id),
    decision: decisionBadge(bulk.decision),
    reviewer,
    at,
    decided,
    takenBack,
  }
}
