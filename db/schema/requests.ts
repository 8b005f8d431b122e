import type { Kit } from '../kit.ts'
import type { Scans } from './scans.ts'

/** The ledger of what was asked of GitHub, and what it cost. */
export function defineRequests(kit: Kit, { scans }: { scans: Scans }) {
  return kit.table(
    'requests',
    {
      id: kit.id(),
      scanId: kit.big('scan_id').references(() => scans.id, { onDelete: 'set null' }),
      purpose: kit.text('purpose').notNull(),
      bucket: kit.text('bucket').notNull(),
      method: kit.text('method').notNull(),
      path: kit.text('path').notNull(),
      /** Null when no answer came. */
      status: kit.int('status'),
      notModified: kit.bool('not_modified').notNull(),
      cost: kit.int('cost').notNull(),
      at: kit.ts('at').notNull(),
    },
    (request) => [
      kit.index('requests_scan').on(request.scanId, request.bucket),
      kit.index('requests_at').on(request.at),
    ],
  )
}
