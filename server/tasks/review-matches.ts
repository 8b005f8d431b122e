import { createHash } from 'node:crypto'
import type { Database, Queryable } from '../../db/database.ts'
import { appendEvent } from '../../db/events/append-event.ts'
import {
  insertReview,
  listMatchFiles,
  listMatchRefs,
  type Match,
  type MatchWithRepository,
} from '../../db/queries/matches.ts'
import { listOfficials } from '../../db/queries/officials.ts'
import type { RepositoryRow } from '../../db/queries/repositories.ts'
import type { Work } from '../../db/queries/works.ts'
import { decisions } from '../../db/schema/judgements.ts'
import { canonicalJson } from '../core/notice/canonical-json.ts'
import { isOfficial } from '../core/repository/official.ts'
import type { Decision } from '../core/repository/types.ts'
import { ClawbackError } from '../errors.ts'
import { requireWork } from './find-work.ts'
import { requireMatch } from './show-match.ts'

export interface ReviewInput {
  work: string
  repositories: string[]
  decision: string
  reviewer: string
  reason: string
  fairUse?: string
}

/**
 * Records a named person's decision about repositories: all of them, or none when one is refused. `infringing`
 * needs evidence and how fair use was considered (Lenz v. Universal, 9th Cir. 2016); an official repository is
 * never infringing.
 * @throws ClawbackError REVIEW_INVALID, REVIEW_FAIR_USE_MISSING, REVIEW_OFFICIAL, REVIEW_NO_EVIDENCE, MATCH_UNKNOWN
 */
export async function reviewMatches(
  app: { db: Database; clock: () => Date },
  input: ReviewInput,
): Promise<{ reviewed: number; decision: Decision }> {
  const decision = readDecision(input)
  const work = await requireWork(app.db, input.work)
  const targets: MatchWithRepository[] = []
  for (const name of new Set(input.repositories)) targets.push(await requireMatch(app.db, work, name))
  if (decision === 'infringing') for (const target of targets) await refuseInfringing(app.db, work, target)
  const at = app.clock()
  await app.db.tx(async (tx) => {
    for (const { match, repository } of targets) {
      const review = {
        decision,
        reviewer: input.reviewer.trim(),
        reason: input.reason.trim(),
        fairUse: input.fairUse?.trim() ?? null,
        evidenceHash: await hashEvidence(tx, match),
        at,
      }
      await insertReview(tx, { matchId: match.id, ...review })
      await appendEvent(tx, {
        actor: review.reviewer,
        kind: 'match.reviewed',
        subject: `repository:${repository.id}`,
        data: {
          work: work.slug,
          repository: `${repository.owner}/${repository.name}`,
          ...review,
          at: at.toISOString(),
        },
      })
    }
  })
  return { reviewed: targets.length, decision }
}

function readDecision(input: ReviewInput): Decision {
  const decision = decisions.find((known) => known === input.decision)
  if (decision === undefined) {
    throw new ClawbackError(
      'REVIEW_INVALID',
      `"${input.decision}" is no decision`,
      `Choose from: ${decisions.join(', ')}.`,
    )
  }
  for (const field of ['reviewer', 'reason'] as const) {
    if (input[field].trim() === '')
      throw new ClawbackError(
        'REVIEW_INVALID',
        `--${field} is empty`,
        'A decision needs a named person and a reason.',
      )
  }
  if (decision === 'infringing' && (input.fairUse?.trim() ?? '') === '') {
    throw new ClawbackError(
      'REVIEW_FAIR_USE_MISSING',
      'The decision infringing needs a record of how fair use was considered',
      'Give --fair-use with the purpose, the nature, the amount taken and the effect on the market, as you weighed them.',
    )
  }
  return decision
}

async function refuseInfringing(
  db: Queryable,
  work: Work,
  { match, repository }: { match: Match; repository: RepositoryRow },
): Promise<void> {
  const name = `${repository.owner}/${repository.name}`
  if (match.official || isOfficial(repository, await listOfficials(db, work.id))) {
    throw new ClawbackError(
      'REVIEW_OFFICIAL',
      `${name} is an official repository of ${work.slug}`,
      "The owner's own and licensed repositories are never infringing.",
    )
  }
  const files = await listMatchFiles(db, match.id)
  if (match.strength === 'none' || files.length === 0) {
    throw new ClawbackError(
      'REVIEW_NO_EVIDENCE',
      `There is no evidence against ${name}`,
      `Look at it again: clawback scan ${work.slug} --repository ${name}`,
    )
  }
}

/** What the reviewer had before them: a later change of the evidence shows. */
export async function hashEvidence(db: Queryable, match: Match): Promise<string> {
  const refs = (await listMatchRefs(db, [match.id])).get(match.id) ?? []
  const files = await listMatchFiles(db, match.id)
  const evidence = {
    refs,
    files: files.map(({ path, blob, class: matchClass, strength, original }) => ({
      path,
      blob,
      class: matchClass,
      strength,
      original,
    })),
  }
  return createHash('sha256').update(canonicalJson(evidence)).digest('hex')
}
