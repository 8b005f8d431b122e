import { and, asc, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Decision } from '../../server/core/repository/types.ts'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { listIdsOfOwner } from './repositories.ts'
import { chunks } from './works.ts'

export type ReviewRow = Tables['reviews']['$inferSelect']
export type ReviewSample = Tables['reviewSamples']['$inferSelect']

/** Records a decision; the earlier ones stay. `standing`: what holds with it, kept beside the match for lists. */
export async function insertReview(
  tx: Transaction,
  review: Omit<Tables['reviews']['$inferInsert'], 'id'>,
  standing: Decision | null,
): Promise<void> {
  await tx.orm.insert(tx.tables.reviews).values(review)
  await keepStanding(tx, review.matchId, standing)
}

/** Takes a decision back: the row stays, and counts for nothing. `standing`: what holds without it. */
export async function withdrawReview(
  tx: Transaction,
  { id, matchId, by, at }: { id: number; matchId: number; by: string; at: Date },
  standing: Decision | null,
): Promise<void> {
  await tx.orm.insert(tx.tables.withdrawnReviews).values({ reviewId: id, by, at })
  await keepStanding(tx, matchId, standing)
}

async function keepStanding(
  { orm, tables: { matches } }: Transaction,
  matchId: number,
  standing: Decision | null,
): Promise<void> {
  await orm.update(matches).set({ decision: standing }).where(eq(matches.id, matchId))
}

/** The decisions about each of these matches that nobody took back, oldest first. */
export async function listReviewsOf(
  db: Queryable,
  matchIds: readonly number[],
): Promise<Map<number, ReviewRow[]>> {
  const found = new Map<number, ReviewRow[]>()
  for (const [matchId, every] of await listEveryReviewOf(db, matchIds)) {
    const standing = every.filter(({ takenBack }) => takenBack === null).map(({ review }) => review)
    if (standing.length > 0) found.set(matchId, standing)
  }
  return found
}

/** A decision with who took it back and when; null: nobody. */
export interface RecordedReview {
  review: ReviewRow
  takenBack: { by: string; at: Date } | null
}

/** Every decision ever made about each of these matches, oldest first. */
export async function listEveryReviewOf(
  { orm, tables: { reviews, withdrawnReviews } }: Queryable,
  matchIds: readonly number[],
): Promise<Map<number, RecordedReview[]>> {
  const found = new Map<number, RecordedReview[]>()
  for (const part of chunks(matchIds, 1000)) {
    const rows = await orm
      .select({ review: reviews, by: withdrawnReviews.by, at: withdrawnReviews.at })
      .from(reviews)
      .leftJoin(withdrawnReviews, eq(withdrawnReviews.reviewId, reviews.id))
      .where(inArray(reviews.matchId, part))
      .orderBy(asc(reviews.id))
    for (const { review, by, at } of rows) {
      const recorded = { review, takenBack: by === null || at === null ? null : { by, at } }
      const earlier = found.get(review.matchId)
      if (earlier === undefined) found.set(review.matchId, [recorded])
      else earlier.push(recorded)
    }
  }
  return found
}

/** A decision with the repository that it is about. */
export interface ReviewOfRepository {
  review: ReviewRow
  repositoryId: number
  owner: string
  name: string
}

/** The ids of a work's matches that somebody looked at a second time. */
export async function listLookedAtTwice(
  { orm, tables: { reviews, matches } }: Queryable,
  workId: number,
): Promise<number[]> {
  const rows = await orm
    .selectDistinct({ id: reviews.matchId })
    .from(reviews)
    .innerJoin(matches, eq(matches.id, reviews.matchId))
    .where(and(eq(matches.workId, workId), eq(reviews.kind, 'second')))
    .orderBy(asc(reviews.matchId))
  return rows.map(({ id }) => id)
}

/** Decisions about the other repositories of an account, in every work, latest first. */
export async function listReviewsOfOwner(db: Queryable, owner: string): Promise<ReviewOfRepository[]> {
  const found: ReviewOfRepository[] = []
  for (const part of chunks(await listIdsOfOwner(db, owner), 500)) {
    found.push(...(await selectReviews(db, inArray(db.tables.matches.repositoryId, part))))
  }
  return found.sort((a, b) => b.review.id - a.review.id)
}

/** Decisions about matches, of any work, that rest on any of these blobs, latest first, with how many they share. */
export async function listReviewsOfBlobs(
  db: Queryable,
  blobs: readonly string[],
): Promise<(ReviewOfRepository & { blobs: number })[]> {
  const { reviews, matches, matchFiles } = db.tables
  const shared = new Map<number, Set<string>>()
  for (const part of chunks([...new Set(blobs)], 500)) {
    const rows = await db.orm
      .selectDistinct({ matchId: matchFiles.matchId, blob: matchFiles.blob })
      .from(matchFiles)
      .innerJoin(reviews, eq(reviews.matchId, matchFiles.matchId))
      .where(inArray(matchFiles.blob, part))
    for (const { matchId, blob } of rows) shared.set(matchId, (shared.get(matchId) ?? new Set()).add(blob))
  }
  const found = []
  for (const part of chunks([...shared.keys()], 500)) {
    found.push(...(await selectReviews(db, inArray(matches.id, part))))
  }
  return found
    .map((row) => ({ ...row, blobs: shared.get(row.review.matchId)?.size ?? 0 }))
    .sort((a, b) => b.review.id - a.review.id)
}

async function selectReviews(
  { orm, tables: { reviews, withdrawnReviews, matches, repositories } }: Queryable,
  where: SQL,
): Promise<ReviewOfRepository[]> {
  return await orm
    .select({
      review: reviews,
      repositoryId: repositories.id,
      owner: repositories.owner,
      name: repositories.name,
    })
    .from(reviews)
    .innerJoin(matches, eq(matches.id, reviews.matchId))
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .leftJoin(withdrawnReviews, eq(withdrawnReviews.reviewId, reviews.id))
    .where(and(where, isNull(withdrawnReviews.reviewId)))
    .orderBy(desc(reviews.id))
}

export async function insertReviewSample(
  { orm, tables: { reviewSamples } }: Transaction,
  sample: Omit<Tables['reviewSamples']['$inferInsert'], 'id'>,
): Promise<ReviewSample> {
  const [row] = await orm.insert(reviewSamples).values(sample).returning()
  return row!
}

export async function listReviewSamples(
  { orm, tables: { reviewSamples } }: Queryable,
  workId: number,
): Promise<ReviewSample[]> {
  return await orm
    .select()
    .from(reviewSamples)
    .where(eq(reviewSamples.workId, workId))
    .orderBy(asc(reviewSamples.id))
}
