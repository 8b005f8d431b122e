import type { Kit } from '../kit.ts'
import { decisions, matchClasses, strengths } from './judgements.ts'
import { isOneOf } from './one-of.ts'
import type { Repositories } from './repositories.ts'
import type { Scans } from './scans.ts'
import type { Works } from './works.ts'

export type Matches = ReturnType<typeof defineMatches>

/** Repositories compared with a work: one row each, whatever was found. */
export function defineMatches(
  kit: Kit,
  { works, repositories, scans }: { works: Works; repositories: Repositories; scans: Scans },
) {
  return kit.table(
    'matches',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      repositoryId: kit
        .big('repository_id')
        .notNull()
        .references(() => repositories.id),
      /** The scan that judged it last. */
      scanId: kit.big('scan_id').references(() => scans.id, { onDelete: 'set null' }),
      class: kit.oneOf('class', matchClasses).notNull(),
      strength: kit.oneOf('strength', strengths).notNull(),
      originalsFound: kit.int('originals_found').notNull(),
      /** Share of the work found here, 0 to 1. */
      ofWork: kit.real('of_work').notNull(),
      /** Share of the repository that is the work's, 0 to 1. */
      ofRepository: kit.real('of_repository').notNull(),
      entireRepository: kit.bool('entire_repository').notNull(),
      official: kit.bool('official').notNull(),
      license: kit.text('license'),
      reason: kit.text('reason').notNull(),
      decision: kit.oneOf('decision', decisions),
      firstSeenAt: kit.ts('first_seen_at').notNull(),
      updatedAt: kit.ts('updated_at').notNull(),
    },
    (match) => [
      kit.unique('matches_repository').on(match.workId, match.repositoryId),
      kit.index('matches_strength').on(match.workId, match.strength, match.class),
      kit.index('matches_decision').on(match.workId, match.decision),
      kit.index('matches_of_repository').on(match.repositoryId),
      kit.index('matches_of_scan').on(match.scanId, match.strength, match.updatedAt),
      kit.check('matches_class', isOneOf(match.class, matchClasses)),
      kit.check('matches_strength_word', isOneOf(match.strength, strengths)),
      kit.check('matches_decision_word', isOneOf(match.decision, decisions)),
    ],
  )
}
