import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

/** Root trees already judged against an index: thousands of untouched forks cost no request. */
export function defineJudgedTrees(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'judged_trees',
    {
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      indexId: kit.text('index_id').notNull(),
      tree: kit.text('tree').notNull(),
      result: kit.json<unknown>('result').notNull(),
    },
    (judged) => [kit.primaryKey(judged.workId, judged.indexId, judged.tree)],
  )
}
