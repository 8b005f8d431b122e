import type { Queryable } from '../../../db/database.ts'
import { selectMatches, type MatchWithRepository } from '../../../db/queries/matches.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import type { MatchClass, Strength } from '../../core/match/types.ts'
import { isOfficial } from '../../core/repository/official.ts'
import type { Decision } from '../../core/repository/types.ts'
import { compareReach, type Reach } from '../../core/review/compare-reach.ts'
import type { Standing } from '../../core/review/standing-decision.ts'
import { requireWork } from '../find-work.ts'
import { listOpenSecondLooks } from './second-looks.ts'
import { measureReach } from './measure-reach.ts'
import { readStanding, type Reviewed } from './read-standing.ts'

export interface QueueEntry {
  repository: string
  id: number
  /** Why it waits for a person. */
  because: Standing['because']
  reach: Reach
  class: MatchClass
  strength: Strength
  originalsFound: number
  ofWork: number
  ofRepository: number
  entireRepository: boolean
  license: string | null
  /** Others that wait and have exactly its trees and evidence: one decision can be for all of them. */
  identical: string[]
}

/** A decision that holds, over evidence that is not what its reviewer saw: shown, and nothing is reopened. */
export interface StandingEntry {
  repository: string
  decision: Decision
  reviewer: string
  reason: string
  at: string
}

export interface ReviewQueue {
  work: string
  /** Waiting for a reviewer, widest reach first; of identical ones only the first. */
  queue: QueueEntry[]
  /** Waiting for counsel: ports, and what was referred. */
  counsel: QueueEntry[]
  /** Decided for good, with new evidence since. */
  newEvidence: StandingEntry[]
  /** Drawn for a second look, by somebody other than `firstReviewer`. */
  secondLooks: { repository: string; firstReviewer: string; sample: number }[]
}

/**
 * What waits for a person's decision. Official repositories and those without any likeness wait for nobody.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listReviewQueue({ db }: { db: Queryable }, slug: string): Promise<ReviewQueue> {
  const work = await requireWork(db, slug)
  const officials = await listOfficials(db, work.id)
  const found = (await selectMatches(db, work.id, {})).filter(
    ({ match, repository }) =>
      match.strength !== 'none' && !match.official && !isOfficial(repository, officials),
  )
  const reviewed = await readStanding(
    db,
    found.map(({ match }) => match),
  )
  const reach = await measureReach(
    db,
    found.map(({ repository }) => repository),
  )
  const waiting = found
    .filter(({ match }) => waits(reviewed.get(match.id)!))
    .sort(
      (a, b) =>
        compareReach(reach.get(a.repository.id)!, reach.get(b.repository.id)!) || a.match.id - b.match.id,
    )
  const isCounsels = ({ match }: MatchWithRepository) =>
    match.class === 'port' || reviewed.get(match.id)!.standing.decision === 'needs-counsel'
  const groups = groupIdentical(
    waiting.filter((one) => !isCounsels(one)),
    reviewed,
  )
  const describe = (one: MatchWithRepository, identical: readonly MatchWithRepository[]): QueueEntry => ({
    ...describeMatch(one),
    because: reviewed.get(one.match.id)!.standing.because,
    reach: reach.get(one.repository.id)!,
    identical: identical.map(nameOf),
  })
  return {
    work: work.slug,
    queue: groups.map(([first, ...identical]) => describe(first!, identical)),
    counsel: waiting.filter(isCounsels).map((one) => describe(one, [])),
    newEvidence: found.flatMap((one) => describeStanding(one, reviewed.get(one.match.id)!)),
    secondLooks: await listOpenSecondLooks(db, work),
  }
}

/** Undecided, not holding any more, or with counsel. */
function waits({ standing }: Reviewed): boolean {
  return standing.decision === null || standing.decision === 'needs-counsel'
}

/** Each with those that are identical to it, in the order given. */
function groupIdentical(
  waiting: readonly MatchWithRepository[],
  reviewed: ReadonlyMap<number, Reviewed>,
): MatchWithRepository[][] {
  const groups = new Map<string, MatchWithRepository[]>()
  for (const one of waiting) {
    const key = reviewed.get(one.match.id)!.evidence.likeness ?? `match ${one.match.id}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()]
}

function describeStanding(one: MatchWithRepository, { standing }: Reviewed): StandingEntry[] {
  const { decision, by, because } = standing
  if (because !== 'new-evidence' || decision === null || decision === 'needs-counsel' || by === null)
    return []
  const { reviewer, reason, at } = by
  return [{ repository: nameOf(one), decision, reviewer, reason, at: at.toISOString() }]
}

function describeMatch(one: MatchWithRepository) {
  const { match, repository } = one
  return {
    repository: nameOf(one),
    id: repository.id,
    class: match.class,
    strength: match.strength,
    originalsFound: match.originalsFound,
    ofWork: match.ofWork,
    ofRepository: match.ofRepository,
    entireRepository: match.entireRepository,
    license: match.license,
  }
}

function nameOf({ repository }: MatchWithRepository): string {
  return `${repository.owner}/${repository.name}`
}
