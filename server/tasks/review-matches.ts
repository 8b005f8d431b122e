import type { Database, Queryable } from '../../db/database.ts'
import type { MatchWithRepository } from '../../db/queries/matches.ts'
import { listOfficials } from '../../db/queries/officials.ts'
import type { ReviewRow } from '../../db/queries/reviews.ts'
import type { Work } from '../../db/queries/works.ts'
import { isOfficial } from '../core/repository/official.ts'
import type { Decision } from '../core/repository/types.ts'
import { ClawbackError } from '../errors.ts'
import { requireWork } from './find-work.ts'
import { readDecision, type DecisionInput } from './review/read-decision.ts'
import { findIdentical } from './review/find-identical.ts'
import { keepReview, type ReviewTarget } from './review/keep-review.ts'
import { readStanding, type Reviewed } from './review/read-standing.ts'
import { refuseReview, type ReviewKind } from './review/refuse-review.ts'
import { requireMatch } from './show-match.ts'

export interface ReviewInput extends DecisionInput {
  work: string
  /** Repositories that the reviewer names, each looked at. */
  repositories: string[]
  /** One that was looked at; those with the same trees and evidence that nobody decided are decided with it. */
  sameAs?: string
  /** A first look unless told otherwise. */
  kind?: ReviewKind
  decision: string
  reviewer: string
  reason: string
  fairUse?: string
  /** Hash of the evidence that the reviewer had before them; another one refuses the decision. */
  seen?: string
}

export interface ReviewResult {
  reviewed: number
  decision: Decision
  /** Of these, how many were named by the reviewer, and how many were decided as identical to one of them. */
  named: number
  identical: number
  repositories: string[]
  /** Identical ones that a person had decided already: left as they are. */
  left: string[]
  /** Decisions that this one took the place of. */
  changed: { repository: string; from: Decision; reviewer: string; reason: string; at: string }[]
}

/**
 * Records a named person's decision about repositories: all of them, or none when one is refused. `infringing`
 * needs evidence and how fair use was considered (Lenz v. Universal, 9th Cir. 2016); an official repository is
 * never infringing, a port only by counsel's own decision.
 * @throws ClawbackError REVIEW_INVALID, REVIEW_FAIR_USE_MISSING, REVIEW_OFFICIAL, REVIEW_NO_EVIDENCE, REVIEW_PORT,
 *   REVIEW_COUNSEL, REVIEW_SECOND, REVIEW_UNSEEN, MATCH_UNKNOWN
 */
export async function reviewMatches(
  app: { db: Database; actor: string; clock: () => Date },
  input: ReviewInput,
): Promise<ReviewResult> {
  const decision = readDecision(input)
  const work = await requireWork(app.db, input.work)
  const at = app.clock()
  return await app.db.tx(async (tx) => {
    const { targets, left } = await selectTargets(tx, work, input)
    const officials = await listOfficials(tx, work.id)
    const reviewed = await readStanding(
      tx,
      targets.map(({ match }) => match),
    )
    const changed: ReviewResult['changed'] = []
    for (const target of targets) {
      const known = reviewed.get(target.match.id)!
      const official = target.match.official || isOfficial(target.repository, officials)
      if (input.seen !== undefined && target.identicalTo === null) refuseUnseen(target, known, input.seen)
      refuseReview(work, target, known, { ...input, decision, official })
      changed.push(...replaced(target, known, decision))
      await keepReview(tx, work, target, known, { ...input, decision, bulkId: null, at, actor: app.actor })
    }
    return {
      reviewed: targets.length,
      decision,
      named: targets.filter(({ identicalTo }) => identicalTo === null).length,
      identical: targets.filter(({ identicalTo }) => identicalTo !== null).length,
      repositories: targets.map(nameOf),
      left: left.map(nameOf),
      changed,
    }
  })
}

function refuseUnseen(target: ReviewTarget, { evidence }: Reviewed, seen: string): void {
  if (evidence.hash === seen) return
  throw new ClawbackError(
    'REVIEW_UNSEEN',
    `The evidence against ${nameOf(target)} changed after it was shown`,
    'Look at it as it stands now, and decide then. Nothing was recorded.',
  )
}

async function selectTargets(
  db: Queryable,
  work: Work,
  input: ReviewInput,
): Promise<{ targets: ReviewTarget[]; left: MatchWithRepository[] }> {
  const named = [...input.repositories, ...(input.sameAs === undefined ? [] : [input.sameAs])]
  if (named.length === 0) {
    throw new ClawbackError('REVIEW_INVALID', 'No repository is named', 'Name OWNER/NAME, or give --same-as.')
  }
  const targets = new Map<number, ReviewTarget>()
  for (const name of named) {
    const found = await requireMatch(db, work, name)
    targets.set(found.match.id, { ...found, identicalTo: null })
  }
  if (input.sameAs === undefined) return { targets: [...targets.values()], left: [] }
  const one = await requireMatch(db, work, input.sameAs)
  const { open, decided } = await findIdentical(db, work, one)
  for (const found of open) {
    if (!targets.has(found.match.id)) targets.set(found.match.id, { ...found, identicalTo: one.match.id })
  }
  return { targets: [...targets.values()], left: decided.filter(({ match }) => !targets.has(match.id)) }
}

/** The decision that stood and now does not: told, so that nobody changes one without knowing. */
function replaced(
  target: MatchWithRepository,
  { standing }: Reviewed,
  decision: Decision,
): ReviewResult['changed'] {
  const by: ReviewRow | null = standing.by
  if (by === null || standing.decision === null || standing.decision === decision) return []
  const { reviewer, reason } = by
  return [{ repository: nameOf(target), from: standing.decision, reviewer, reason, at: by.at.toISOString() }]
}

function nameOf({ repository }: MatchWithRepository): string {
  return `${repository.owner}/${repository.name}`
}
