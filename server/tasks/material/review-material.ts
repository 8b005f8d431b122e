import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { decideMaterial, findMaterial } from '../../../db/queries/materials.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import { readDecision, type DecisionInput } from '../review/read-decision.ts'
import { describeMaterial, type MaterialSummary } from './describe-material.ts'

/**
 * Records a named person's decision about an npm package, a gist or a page; the rules are those of a repository.
 * @throws ClawbackError WORK_UNKNOWN, MATERIAL_UNKNOWN, REVIEW_INVALID, REVIEW_FAIR_USE_MISSING, REVIEW_NO_EVIDENCE,
 *   REVIEW_PORT
 */
export async function reviewMaterial(
  app: { db: Database; actor: string; clock: () => Date },
  input: DecisionInput & { work: string; url: string },
): Promise<MaterialSummary> {
  const decision = readDecision(input)
  const work = await requireWork(app.db, input.work)
  const at = app.clock()
  return await app.db.tx(async (tx) => {
    const row = await findMaterial(tx, work.id, input.url)
    if (row === undefined) {
      throw new ClawbackError(
        'MATERIAL_UNKNOWN',
        `${input.url} is not known`,
        `Add a copy of it first: clawback material add ${work.slug} ${input.url} --copy PATH`,
      )
    }
    if (decision === 'infringing' && row.class === 'port') {
      throw new ClawbackError(
        'REVIEW_PORT',
        `${input.url} is a port`,
        'Refer it with --decision needs-counsel.',
      )
    }
    if (decision === 'infringing' && row.strength !== 'strong') {
      throw new ClawbackError(
        'REVIEW_NO_EVIDENCE',
        `There is no strong evidence against ${input.url}`,
        'Add a whole copy of it, and look again.',
      )
    }
    const review = {
      decision,
      reviewer: input.reviewer.trim(),
      reason: input.reason.trim(),
      fairUse: input.fairUse?.trim() ?? null,
      reviewedHash: row.evidenceHash,
      reviewedAt: at,
    }
    await decideMaterial(tx, row.id, review)
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'material.reviewed',
      subject: `work:${work.slug}`,
      data: { url: row.url, ...review, reviewedAt: at.toISOString() },
    })
    return describeMaterial({ ...row, ...review })
  })
}
