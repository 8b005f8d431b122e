import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

export type WorkIndexes = ReturnType<typeof defineWorkIndexes>

/** The index that a work is compared with today; judgements name it, so that a new one asks again. */
export function defineWorkIndexes(kit: Kit, { works }: { works: Works }) {
  return kit.table('work_indexes', {
    workId: kit
      .big('work_id')
      .primaryKey()
      .references(() => works.id, { onDelete: 'cascade' }),
    indexId: kit.text('index_id').notNull(),
    contentId: kit.text('content_id').notNull(),
    /** The planned probes, as JSON: a work whose originals are not kept can still be searched for. */
    probesContentId: kit.text('probes_content_id').notNull(),
    builtAt: kit.ts('built_at').notNull(),
  })
}
