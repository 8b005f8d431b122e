import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

/** Who scans a work now: one process at a time. A killed one is known by its number, or by its time running out. */
export function defineScanHolds(kit: Kit, { works }: { works: Works }) {
  return kit.table('scan_holds', {
    workId: kit
      .big('work_id')
      .primaryKey()
      .references(() => works.id, { onDelete: 'cascade' }),
    host: kit.text('host').notNull(),
    pid: kit.int('pid').notNull(),
    /** A number of the process may be used again. */
    nonce: kit.text('nonce').notNull(),
    until: kit.ts('until').notNull(),
  })
}
