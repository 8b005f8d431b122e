import type { Queryable } from '../../db/database.ts'
import { findMatch, listMatchFiles, type MatchWithRepository } from '../../db/queries/matches.ts'
import { findRepositoryByName, type RepositoryRow } from '../../db/queries/repositories.ts'
import { listEveryReviewOf, type RecordedReview } from '../../db/queries/reviews.ts'
import type { Work } from '../../db/queries/works.ts'
import type { MatchClass, MatchedRange, Strength } from '../core/match/types.ts'
import { formatPermalink } from '../core/repository/permalink.ts'
import { readRepositoryName } from '../core/repository/repository-name.ts'
import { ClawbackError } from '../errors.ts'
import { requireWork } from './find-work.ts'
import { describeMatches, type MatchRow } from './list-matches.ts'
import { readEvidence } from './review/read-evidence.ts'

export interface MatchDetail extends MatchRow {
  files: {
    path: string
    commit: string
    blob: string
    class: MatchClass
    strength: Strength
    original: string
    bits: number
    ofOriginal: number
    ofCandidate: number
    ranges: MatchedRange[]
    permalink: string
    reason: string
  }[]
  /** Hash of all that the decision is about: whoever decides gives it back. */
  evidence: string
  /** Every decision ever made, oldest first; one that was taken back counts for nothing. */
  reviews: MatchReview[]
}

export interface MatchReview {
  decision: string
  reviewer: string
  reason: string
  fairUse: string | null
  at: string
  /** Decided with others at once: the number of that bulk. */
  bulk: number | null
  /** Decided because of another match with the same trees and evidence. */
  identical: boolean
  takenBack: { by: string; at: string } | null
}

/**
 * One repository's evidence.
 * @throws ClawbackError WORK_UNKNOWN, REPOSITORY_INVALID, MATCH_UNKNOWN
 */
export async function showMatch(
  { db }: { db: Queryable },
  slug: string,
  repositoryName: string,
): Promise<MatchDetail> {
  const work = await requireWork(db, slug)
  return await describeEvidence(db, await requireMatch(db, work, repositoryName))
}

/** A match with every file that it rests on, and every decision about it. */
export async function describeEvidence(db: Queryable, found: MatchWithRepository): Promise<MatchDetail> {
  const { match, repository } = found
  const [row] = await describeMatches(db, [found])
  const files = await listMatchFiles(db, match.id)
  const reviews = (await listEveryReviewOf(db, [match.id])).get(match.id) ?? []
  const evidence = (await readEvidence(db, [match])).get(match.id)!
  return {
    ...row!,
    files: files.map((file) => ({
      path: file.path,
      commit: file.commit,
      blob: file.blob,
      class: file.class,
      strength: file.strength,
      original: file.original ?? '',
      bits: file.bits,
      ofOriginal: file.ofOriginal,
      ofCandidate: file.ofCandidate,
      ranges: file.ranges,
      permalink: formatPermalink(repository, file.commit, file.path, file.ranges[0]?.candidate),
      reason: file.reason,
    })),
    evidence: evidence.hash,
    reviews: reviews.map(describeReview),
  }
}

function describeReview({ review, takenBack }: RecordedReview): MatchReview {
  const { decision, reviewer, reason, fairUse, at, bulkId, identicalTo } = review
  return {
    decision,
    reviewer,
    reason,
    fairUse,
    at: at.toISOString(),
    bulk: bulkId,
    identical: identicalTo !== null,
    takenBack: takenBack === null ? null : { by: takenBack.by, at: takenBack.at.toISOString() },
  }
}

export async function requireMatch(db: Queryable, work: Work, repositoryName: string) {
  const name = readRepositoryName(repositoryName)
  if (name === undefined) {
    throw new ClawbackError(
      'REPOSITORY_INVALID',
      `"${repositoryName}" is not OWNER/NAME`,
      'Give it as GitHub spells it, or its URL.',
    )
  }
  const repository: RepositoryRow | undefined = await findRepositoryByName(db, name.owner, name.name)
  const match = repository === undefined ? undefined : await findMatch(db, work.id, repository.id)
  if (repository === undefined || match === undefined) {
    throw new ClawbackError(
      'MATCH_UNKNOWN',
      `${name.owner}/${name.name} is not among the matches of ${work.slug}`,
      `Look at it first: clawback scan ${work.slug} --repository ${name.owner}/${name.name}`,
    )
  }
  return { match, repository }
}
