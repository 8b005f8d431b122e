import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

/** Blobs already compared with an index: each is fetched once for a whole network. */
export function defineJudgedBlobs(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'judged_blobs',
    {
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      indexId: kit.text('index_id').notNull(),
      blob: kit.text('blob').notNull(),
      result: kit.json<unknown>('result').notNull(),
    },
    (judged) => [kit.primaryKey(judged.workId, judged.indexId, judged.blob)],
  )
}
