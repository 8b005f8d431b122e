import { appendEvent } from '../../../db/events/append-event.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import { saveRepositories } from '../../../db/queries/repositories.ts'
import { addSteps, listSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import type { ShownRepository } from '../../github/shown-repository.ts'
import type { Work } from '../../../db/queries/works.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import { isLeftOut } from './plan-further.ts'
import type { PlannedStep } from './plan-scan.ts'
import { planRepository } from './plan-repository.ts'
import type { ScanContext } from './scan-context.ts'

/** What else an owner of a copy has: counted in the coverage. */
export interface OwnerResult {
  /** Public repositories of the owner. */
  total: number
  /** Those that become candidates: the ones pushed to last, none that rested since before the leak, none too large. */
  candidates: number
}

/**
 * So many repositories of owners are compared in one scan, none of them larger than this: most are other work, and
 * nothing but their owner speaks for comparing them.
 */
const mostCandidates = 300
const largestKb = 200_000

/**
 * Whoever has one copy may have others that no search shows: what an owner pushed to since the leak is looked at, the
 * latest few. Some owners at a time go into one request.
 */
export async function takeOwnerSteps(context: ScanContext, steps: readonly ScanStep[]): Promise<void> {
  const answers = await context.github.listOwned(steps.map(({ key }) => key))
  let room = mostCandidates - (await countCandidates(context))
  for (const step of steps) {
    const answer = answers.get(step.key)
    if (answer === undefined || answer.outcome === 'could-not-tell') {
      await keepUnanswered(context, step, answer ?? { reason: 'GitHub gave no answer', retryAt: null })
    } else if (answer.outcome === 'not-found') {
      await keepOwned(context, step, 0, [])
    } else {
      const { total, repositories } = answer.value
      const chosen = repositories.filter(isWorthwhile(context.work)).slice(0, Math.max(0, room))
      room -= chosen.length
      await keepOwned(context, step, total, chosen)
    }
  }
}

function isWorthwhile({ leakedAt }: Pick<Work, 'leakedAt'>) {
  const since = leakedAt?.getTime() ?? -Infinity
  return ({ repository: { pushedAt, sizeKb } }: ShownRepository): boolean =>
    pushedAt !== null &&
    (pushedAt === undefined || pushedAt.getTime() >= since) &&
    (sizeKb === undefined || sizeKb <= largestKb)
}

async function countCandidates({ db, scan }: ScanContext): Promise<number> {
  const owners = await listSteps(db, scan.id, 'owner')
  const listed = owners.filter(({ status, result }) => status === 'done' && !isLeftOut(result))
  return listed.reduce((sum, { result }) => sum + (result as OwnerResult).candidates, 0)
}

async function keepOwned(
  context: ScanContext,
  step: ScanStep,
  total: number,
  shown: readonly ShownRepository[],
): Promise<void> {
  const { db, work, scan, clock, actor } = context
  const ids = shown.map(({ repository }) => repository.id)
  const matched = await findMatches(db, work.id, ids)
  const at = clock()
  const result: OwnerResult = { total, candidates: shown.length }
  await db.tx(async (tx) => {
    await saveRepositories(
      tx,
      shown.map(({ repository }) =>
        repository.fork
          ? repository
          : { ...repository, parentId: null, networkRootId: repository.id, rootObservedAt: at },
      ),
      at,
    )
    const planned = shown.map((one) => planOwned(context, one, matched.has(one.repository.id), step.position))
    await addSteps(tx, scan.id, planned)
    await addSteps(
      tx,
      scan.id,
      ids.map((id) => ({ kind: 'lead' as const, key: String(id), position: step.position })),
    )
    await updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result })
    await appendEvent(tx, {
      actor,
      kind: 'owner.listed',
      subject: `scan:${scan.id}`,
      data: { owner: step.key, ...result },
    })
  })
}

/** The root of a fork's network is not known yet: it is looked at like any other candidate. */
function planOwned(
  context: ScanContext,
  { repository, heads, disabled }: ShownRepository,
  matched: boolean,
  position: number,
): PlannedStep {
  const isWhole = heads.outcome === 'found' && !disabled && !repository.fork
  return planRepository(context, repository, {
    heads: isWhole ? heads.value.heads : null,
    networkRootId: isWhole ? repository.id : null,
    position,
    matched,
  })
}
