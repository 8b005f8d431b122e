import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'

/** One row: the last event. The database moves it with each insert, so that a cut-off tail shows. */
export function defineEventHead(kit: Kit) {
  return kit.table(
    'event_head',
    {
      id: kit.int('id').primaryKey(),
      seq: kit.big('seq').notNull(),
      hash: kit.text('hash').notNull(),
    },
    (head) => [kit.check('event_head_single', sql`${head.id} = 1`)],
  )
}
