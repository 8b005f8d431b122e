import { and, asc, count, desc, eq, isNull, ne } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import type { MatchWithRepository } from './matches.ts'
import type { ReviewRow } from './reviews.ts'

export type BulkReview = Tables['bulkReviews']['$inferSelect']

export async function insertBulkReview(
  { orm, tables: { bulkReviews } }: Transaction,
  bulk: Omit<Tables['bulkReviews']['$inferInsert'], 'id'>,
): Promise<BulkReview> {
  const [row] = await orm.insert(bulkReviews).values(bulk).returning()
  return row!
}

export async function findBulkReview(
  { orm, tables: { bulkReviews } }: Queryable,
  workId: number,
  id: number,
): Promise<BulkReview | undefined> {
  const [row] = await orm
    .select()
    .from(bulkReviews)
    .where(and(eq(bulkReviews.workId, workId), eq(bulkReviews.id, id)))
  return row
}

/** The latest of a work, each with how many decisions it made and how many of them stand. */
export async function listBulkReviews(
  { orm, tables: { bulkReviews, reviews, withdrawnReviews } }: Queryable,
  workId: number,
  limit: number,
): Promise<{ bulk: BulkReview; decided: number; takenBack: number }[]> {
  return await orm
    .select({ bulk: bulkReviews, decided: count(reviews.id), takenBack: count(withdrawnReviews.reviewId) })
    .from(bulkReviews)
    .innerJoin(reviews, eq(reviews.bulkId, bulkReviews.id))
    .leftJoin(withdrawnReviews, eq(withdrawnReviews.reviewId, reviews.id))
    .where(eq(bulkReviews.workId, workId))
    .groupBy(bulkReviews.id)
    .orderBy(desc(bulkReviews.id))
    .limit(limit)
}

/** The matches that a bulk decided, with the decision of it about each, in the order decided. */
export async function listDecidedInBulk(
  { orm, tables: { reviews, matches, repositories } }: Queryable,
  bulkId: number,
): Promise<(MatchWithRepository & { review: ReviewRow })[]> {
  return await orm
    .select({ match: matches, repository: repositories, review: reviews })
    .from(reviews)
    .innerJoin(matches, eq(matches.id, reviews.matchId))
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(eq(reviews.bulkId, bulkId))
    .orderBy(asc(reviews.id))
}

/**
 * The matches of a work that somebody looked at by themselves and decided infringing: neither in bulk nor carried
 * over from an identical one. Whether the decision holds today is for who asks.
 */
export async function listLookedAt(
  { orm, tables: { reviews, withdrawnReviews, matches } }: Queryable,
  workId: number,
): Promise<Tables['matches']['$inferSelect'][]> {
  const rows = await orm
    .selectDistinct({ match: matches })
    .from(matches)
    .innerJoin(reviews, eq(reviews.matchId, matches.id))
    .leftJoin(withdrawnReviews, eq(withdrawnReviews.reviewId, reviews.id))
    .where(
      and(
        eq(matches.workId, workId),
        eq(reviews.decision, 'infringing'),
        ne(reviews.kind, 'second'),
        isNull(reviews.identicalTo),
        isNull(reviews.bulkId),
        isNull(withdrawnReviews.reviewId),
      ),
    )
    .orderBy(asc(matches.id))
  return rows.map(({ match }) => match)
}
