import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { insertReviewSample, listReviewsOf } from '../../../db/queries/reviews.ts'
import { drawSample } from '../../core/review/draw-sample.ts'
import type { Disagreement } from '../../core/review/disagreement.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import { measureSecondLooks } from './second-looks.ts'

export interface DrawnSample {
  sample: number
  work: string
  seed: string
  /** Decided matches that there were to draw from, and how many were drawn. */
  population: number
  size: number
  repositories: { repository: string; decision: string; firstReviewer: string }[]
  /** What second looks have shown so far. */
  disagreement: Disagreement
}

/**
 * Draws decided matches at random for a second look by somebody else. With the same seed over the same decided
 * matches the draw is the same, so that it can be checked.
 * @throws ClawbackError WORK_UNKNOWN, SAMPLE_INVALID
 */
export async function drawReviewSample(
  app: { db: Database; actor: string; clock: () => Date },
  { work: slug, size, seed }: { work: string; size: number; seed: string },
): Promise<DrawnSample> {
  const work = await requireWork(app.db, slug)
  if (!Number.isSafeInteger(size) || size < 1 || seed.trim() === '') {
    throw new ClawbackError(
      'SAMPLE_INVALID',
      'A sample needs a size from 1 and a seed',
      'Give --size N and --seed TEXT; any text will do, it makes the draw repeatable.',
    )
  }
  return await app.db.tx(async (tx) => {
    const matches = await selectMatches(tx, work.id, {})
    const reviewsOf = await listReviewsOf(
      tx,
      matches.map(({ match }) => match.id),
    )
    const first = (matchId: number) => reviewsOf.get(matchId)?.findLast(({ kind }) => kind !== 'second')
    const decided = matches.filter(({ match }) => first(match.id) !== undefined)
    if (decided.length === 0) {
      throw new ClawbackError(
        'SAMPLE_INVALID',
        `No match of ${slug} is decided yet`,
        `Review first: clawback review next ${slug}`,
      )
    }
    // Repositories keep their ids in every copy of the database; matches do not.
    const drawn = drawSample(
      decided.map(({ repository }) => repository.id),
      size,
      seed,
    )
    const chosen = drawn.map((id) => decided.find(({ repository }) => repository.id === id)!)
    const repositories = chosen.map(({ match, repository }) => ({
      repository: `${repository.owner}/${repository.name}`,
      decision: first(match.id)!.decision,
      firstReviewer: first(match.id)!.reviewer,
    }))
    const { id } = await insertReviewSample(tx, {
      workId: work.id,
      seed,
      population: decided.length,
      matchIds: chosen.map(({ match }) => match.id),
      drawnBy: app.actor,
      drawnAt: app.clock(),
    })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'review.sample-drawn',
      subject: `work:${slug}`,
      data: { sample: id, seed, population: decided.length, repositories: drawn },
    })
    return {
      sample: id,
      work: slug,
      seed,
      population: decided.length,
      size: chosen.length,
      repositories,
      disagreement: await measureSecondLooks(tx, work.id),
    }
  })
}
