import type { Database, Queryable, Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { listDecidedInBulk, type BulkReview } from '../../../db/queries/bulk-reviews.ts'
import type { MatchWithRepository } from '../../../db/queries/matches.ts'
import { listNoticesNaming } from '../../../db/queries/notices.ts'
import { withdrawReview, type ReviewRow } from '../../../db/queries/reviews.ts'
import type { Work } from '../../../db/queries/works.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import { standingDecision } from '../../core/review/standing-decision.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import { requireBulk } from './find-bulk.ts'
import { readStanding, type Reviewed } from './read-standing.ts'

export interface LeftInBulk {
  repository: string
  /** `named`: a notice names it; `decided-since`: a later decision stands over it. */
  code: 'named' | 'decided-since'
  reason: string
}

export interface TakenBack {
  bulk: number
  takenBack: number
  repositories: string[]
  /** Stay decided. */
  left: LeftInBulk[]
}

/**
 * Takes back what was decided in bulk: what stood before stands again. Each decision stays where it is recorded, with
 * who took it back; what a notice names, and what somebody decided again since, stays as it is.
 * @throws ClawbackError WORK_UNKNOWN, BULK_UNKNOWN, BULK_TAKEN_BACK
 */
export async function takeBackBulk(
  app: { db: Database; actor: string; clock: () => Date },
  input: { work: string; bulk: number },
): Promise<TakenBack> {
  const work = await requireWork(app.db, input.work)
  const at = app.clock()
  return await app.db.tx(async (tx) => {
    const bulk = await requireBulk(tx, work, input.bulk)
    const { open, left } = await planTakingBack(tx, work, bulk)
    if (open.length === 0) throw nothingOpen(bulk, left)
    for (const one of open) await takeBack(tx, work, one, { bulk, by: app.actor, at })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'review.bulk-taken-back',
      subject: `work:${work.slug}`,
      data: {
        bulk: bulk.id,
        takenBack: open.map(({ repository }) => repository.id),
        left: left.map(({ repository, code }) => ({ repository, code })),
      },
    })
    return { bulk: bulk.id, takenBack: open.length, repositories: open.map(nameOf), left }
  })
}

type Decided = MatchWithRepository & { review: ReviewRow }
type Open = Decided & { reviewed: Reviewed }

/** What became of the decisions of a bulk. */
export interface TakingBack {
  /** Can be taken back. */
  open: Open[]
  left: LeftInBulk[]
  /** Were taken back. */
  gone: Decided[]
}

/** Which decisions of a bulk can still be taken back, and why the others cannot. */
export async function planTakingBack(db: Queryable, work: Work, bulk: BulkReview): Promise<TakingBack> {
  const decided = await listDecidedInBulk(db, bulk.id)
  const reviewed = await readStanding(
    db,
    decided.map(({ match }) => match),
  )
  const naming = await listNoticesNaming(
    db,
    work.id,
    decided.map(({ repository }) => repository.id),
  )
  const plan: TakingBack = { open: [], left: [], gone: [] }
  for (const one of decided) {
    const known = reviewed.get(one.match.id)!
    const notices = naming.get(one.repository.id) ?? []
    const at = known.reviews.findIndex(({ id }) => id === one.review.id)
    if (at < 0) plan.gone.push(one)
    else if (at < known.reviews.length - 1) {
      const { reviewer } = known.reviews.at(-1)!
      plan.left.push({
        repository: nameOf(one),
        code: 'decided-since',
        reason: `decided again by ${reviewer}`,
      })
    } else if (notices.length > 0) {
      plan.left.push({ repository: nameOf(one), code: 'named', reason: `named in ${notices.join(', ')}` })
    } else plan.open.push({ ...one, reviewed: known })
  }
  return plan
}

async function takeBack(
  tx: Transaction,
  work: Work,
  { match, repository, review, reviewed }: Open,
  { bulk, by, at }: { bulk: BulkReview; by: string; at: Date },
): Promise<void> {
  const rest = reviewed.reviews.filter(({ id }) => id !== review.id)
  const { decision } = standingDecision(rest, reviewed.evidence.hash, match.class)
  await withdrawReview(tx, { id: review.id, matchId: match.id, by, at }, decision)
  await appendEvent(tx, {
    actor: by,
    kind: 'match.review-taken-back',
    subject: `repository:${repository.id}`,
    data: {
      work: work.slug,
      repository: formatRepositoryName(repository),
      review: review.id,
      bulk: bulk.id,
      decision: bulk.decision,
      standing: decision,
      at: at.toISOString(),
    },
  })
}

function nothingOpen(bulk: BulkReview, left: readonly LeftInBulk[]): ClawbackError {
  const [first] = left
  return new ClawbackError(
    'BULK_TAKEN_BACK',
    first === undefined
      ? `What was decided as number ${bulk.id} was taken back before`
      : `Nothing of number ${bulk.id} can be taken back: ${first.repository} is ${first.reason}`,
    'Decide about a match by itself, beside its evidence; for what was sent, draft a retraction.',
  )
}

function nameOf({ repository }: MatchWithRepository): string {
  return formatRepositoryName(repository)
}
