import type { Kit } from '../kit.ts'
import type { Matches } from './matches.ts'

/** The branches and tags of a match that hold the material, as seen. */
export function defineMatchRefs(kit: Kit, { matches }: { matches: Matches }) {
  return kit.table(
    'match_refs',
    {
      matchId: kit
        .big('match_id')
        .notNull()
        .references(() => matches.id, { onDelete: 'cascade' }),
      ref: kit.text('ref').notNull(),
      commit: kit.text('commit').notNull(),
      tree: kit.text('tree').notNull(),
    },
    (head) => [kit.primaryKey(head.matchId, head.ref), kit.index('match_refs_tree').on(head.tree)],
  )
}
