import type { Queryable } from '../../../db/database.ts'
import { countOpenWithTree } from '../../../db/queries/match-list.ts'
import type { Decision } from '../../core/repository/types.ts'
import type { Standing } from '../../core/review/standing-decision.ts'
import { requireWork } from '../find-work.ts'
import { requireMatch } from '../show-match.ts'
import { readEarlierDecisions, type EarlierDecisions } from './earlier-decisions.ts'
import { readStanding } from './read-standing.ts'

/** What a reviewer needs beside the evidence of one match. */
export interface DecisionContext {
  matchId: number
  /** Hash of the evidence as it stands: what a decision is about. */
  evidence: string
  decision: Decision | null
  because: Standing['because']
  /** Other open ones that a branch or tag leads to the same tree of: deciding looks at each for all the rest. */
  sameTree: number
  earlier: EarlierDecisions
}

/** @throws ClawbackError WORK_UNKNOWN, REPOSITORY_INVALID, MATCH_UNKNOWN */
export async function showDecision(
  { db }: { db: Queryable },
  slug: string,
  repository: string,
): Promise<DecisionContext> {
  const work = await requireWork(db, slug)
  const found = await requireMatch(db, work, repository)
  const { evidence, standing } = (await readStanding(db, [found.match])).get(found.match.id)!
  const tree = evidence.refs[0]?.tree
  const own = found.match.decision === null ? 1 : 0
  return {
    matchId: found.match.id,
    evidence: evidence.hash,
    decision: standing.decision,
    because: standing.because,
    sameTree: tree === undefined ? 0 : Math.max(0, (await countOpenWithTree(db, work.id, tree)) - own),
    earlier: await readEarlierDecisions(db, found),
  }
}
