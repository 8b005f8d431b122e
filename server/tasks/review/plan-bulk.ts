import { createHash } from 'node:crypto'
import type { Queryable } from '../../../db/database.ts'
import { listLookedAt } from '../../../db/queries/bulk-reviews.ts'
import type { MatchWithRepository } from '../../../db/queries/matches.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import type { Work } from '../../../db/queries/works.ts'
import { canonicalJson } from '../../core/notice/canonical-json.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import type { Decision } from '../../core/repository/types.ts'
import { isSamePerson } from '../../core/review/same-person.ts'
import { refuseInBulk, type BulkRefusal } from '../../core/review/refuse-in-bulk.ts'
import type { ReviewTarget } from './keep-review.ts'
import { readStanding, type Reviewed } from './read-standing.ts'

export type RefusedInBulk = { repository: string } & BulkRefusal

export interface BulkPlan {
  targets: (ReviewTarget & { reviewed: Reviewed })[]
  refused: RefusedInBulk[]
  /** Hash of the decision, and for each of the evidence, of what stands and of who looked: a later change shows. */
  seen: string
}

interface Look {
  matchId: number
  reviewer: string
}

/** Which of these matches one decision can be recorded for at once, and why the others are left out. */
export async function planBulk(
  db: Queryable,
  work: Work,
  found: readonly MatchWithRepository[],
  { decision, reviewer }: { decision: Decision; reviewer: string | null },
): Promise<BulkPlan> {
  const officials = await listOfficials(db, work.id)
  const reviewed = await readStanding(
    db,
    found.map(({ match }) => match),
  )
  const looks = decision === 'infringing' ? await findLooks(db, work) : new Map<string, Look[]>()
  const plan: BulkPlan = { targets: [], refused: [], seen: '' }
  const seen: object[] = []
  for (const one of found) {
    const { match, repository } = one
    const known = reviewed.get(match.id)!
    const { decision: stands, by } = known.standing
    const alike = looks.get(known.evidence.likeness ?? '') ?? []
    const official = match.official || isOfficial(repository, officials)
    const refusal = refuseInBulk(
      decision,
      {
        official,
        class: match.class,
        strength: match.strength,
        files: known.evidence.files,
        standing: stands === null || by === null ? null : { decision: stands, reviewer: by.reviewer },
        lookedAtBy: alike.map((look) => look.reviewer),
      },
      reviewer,
    )
    // Who looked, whoever decides: what is accused by a look that came after the preview was not shown.
    const looked = alike.map(({ matchId, reviewer: who }) => [matchId, who])
    seen.push({ match: match.id, evidence: known.evidence.hash, stands, official, looked })
    if (refusal !== null) plan.refused.push({ repository: formatRepositoryName(repository), ...refusal })
    else {
      const identicalTo = ownLook(alike, reviewer)
      plan.targets.push({ ...one, identicalTo, reviewed: known })
    }
  }
  return { ...plan, seen: createHash('sha256').update(canonicalJson({ decision, seen })).digest('hex') }
}

/** Who looked at which match and decided infringing, as far as it holds today, by what identical ones share. */
async function findLooks(db: Queryable, work: Work): Promise<Map<string, Look[]>> {
  const looked = await listLookedAt(db, work.id)
  const reviewed = await readStanding(db, looked)
  const looks = new Map<string, Look[]>()
  for (const { id } of looked) {
    const { evidence, standing } = reviewed.get(id)!
    if (standing.decision !== 'infringing' || standing.by === null || evidence.likeness === null) continue
    // What holds today may be a later decision that nobody looked for.
    if (standing.by.bulkId !== null || standing.by.identicalTo !== null) continue
    const look = { matchId: id, reviewer: standing.by.reviewer }
    looks.set(evidence.likeness, [...(looks.get(evidence.likeness) ?? []), look])
  }
  return looks
}

/** Null where the decision needs no look. */
function ownLook(looks: readonly Look[], reviewer: string | null): number | null {
  return looks.find((look) => reviewer === null || isSamePerson(look.reviewer, reviewer))?.matchId ?? null
}
