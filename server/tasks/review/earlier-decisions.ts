import type { Queryable } from '../../../db/database.ts'
import { listMatchFiles, type MatchWithRepository } from '../../../db/queries/matches.ts'
import { listReviewsOfBlobs, listReviewsOfOwner, type ReviewRow } from '../../../db/queries/reviews.ts'
import type { Decision } from '../../core/repository/types.ts'

export interface EarlierDecision {
  repository: string
  decision: Decision
  reviewer: string
  reason: string
  at: string
}

/** What people decided before about this owner's other repositories, and about other holders of the same blobs. */
export interface EarlierDecisions {
  owner: EarlierDecision[]
  /** `blobs`: how many files, byte for byte, the two have in common as evidence. */
  blobs: (EarlierDecision & { blobs: number })[]
}

/** As many as a reviewer takes in; the latest first, one for each repository. */
const SHOWN = 10

export async function readEarlierDecisions(
  db: Queryable,
  { match, repository }: MatchWithRepository,
): Promise<EarlierDecisions> {
  const files = await listMatchFiles(db, match.id)
  const ofOwner = await listReviewsOfOwner(db, repository.owner)
  const ofBlobs = await listReviewsOfBlobs(
    db,
    files.map(({ blob }) => blob),
  )
  const others = <Row extends { repositoryId: number }>(rows: Row[]): Row[] => {
    const seen = new Set([repository.id])
    return rows
      .filter(({ repositoryId }) => !seen.has(repositoryId) && seen.add(repositoryId))
      .slice(0, SHOWN)
  }
  return {
    owner: others(ofOwner).map(describe),
    blobs: others(ofBlobs).map((row) => ({ ...describe(row), blobs: row.blobs })),
  }
}

function describe({
  review,
  owner,
  name,
}: {
  review: ReviewRow
  owner: string
  name: string
}): EarlierDecision {
  const { decision, reviewer, reason, at } = review
  return { repository: `${owner}/${name}`, decision, reviewer, reason, at: at.toISOString() }
}
