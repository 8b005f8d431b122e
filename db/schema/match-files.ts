import type { MatchedRange } from '../../server/core/match/types.ts'
import type { Kit } from '../kit.ts'
import { matchClasses, strengths } from './judgements.ts'
import type { Matches } from './matches.ts'
import { isOneOf } from './one-of.ts'

/** The evidence: one file of a match against its best original. */
export function defineMatchFiles(kit: Kit, { matches }: { matches: Matches }) {
  return kit.table(
    'match_files',
    {
      id: kit.id(),
      matchId: kit
        .big('match_id')
        .notNull()
        .references(() => matches.id, { onDelete: 'cascade' }),
      commit: kit.text('commit').notNull(),
      tree: kit.text('tree').notNull(),
      path: kit.text('path').notNull(),
      blob: kit.text('blob').notNull(),
      class: kit.oneOf('class', matchClasses).notNull(),
      strength: kit.oneOf('strength', strengths).notNull(),
      /** Path of the best original. */
      original: kit.text('original'),
      bits: kit.real('bits').notNull(),
      ofOriginal: kit.real('of_original').notNull(),
      ofCandidate: kit.real('of_candidate').notNull(),
      ranges: kit.json<MatchedRange[]>('ranges').notNull(),
      reason: kit.text('reason').notNull(),
      /** The fetched file in the content store, when it was kept as evidence. */
      contentId: kit.text('content_id'),
    },
    (file) => [
      kit.index('match_files_match').on(file.matchId, file.path),
      kit.index('match_files_blob').on(file.blob),
      kit.check('match_files_class', isOneOf(file.class, matchClasses)),
      kit.check('match_files_strength', isOneOf(file.strength, strengths)),
    ],
  )
}
