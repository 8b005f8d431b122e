import { appendEvent } from '../../../db/events/append-event.ts'
import { findMatch, saveMatch, type MatchEvidence } from '../../../db/queries/matches.ts'
import {
  findRepository,
  saveRepositories,
  markSeen,
  type RepositoryRow,
} from '../../../db/queries/repositories.ts'
import { addSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import type { Availability, RefHead } from '../../core/repository/types.ts'
import { judgeHeads, type HeadsJudgement } from './judge-heads.ts'
import type { ScanContext } from './scan-context.ts'
import { relatives, type ListedRepository } from './take-network-step.ts'
import { keepUnanswered } from './take-probe-step.ts'

/** How a repository came out; counted in the coverage. */
export interface RepositoryResult {
  repositoryId: number | null
  networkRootId: number | null
  outcome:
    | 'strong'
    | 'weak'
    | 'none'
    | 'official'
    | 'untouched'
    | Exclude<Availability, 'available' | 'changed' | 'unknown'>
}

/** Examines one repository, by its numeric id or by a name that a person gave. */
export async function takeRepositoryStep(context: ScanContext, step: ScanStep): Promise<void> {
  const listed = (step.result as ListedRepository | null)?.heads ?? null
  const looked = await lookAt(context, step, listed)
  if (looked === null) return
  const { repository, heads } = looked
  if (isOfficial(repository, context.officials)) {
    await finish(context, step, repository, 'official')
    return
  }
  if (heads.length > 0 && heads.every((head) => context.publicCode.trees.has(head.tree))) {
    await finish(context, step, repository, 'untouched')
    return
  }
  const judged = await judgeHeads(context, repository, heads)
  if (judged.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, judged)
    return
  }
  await keepJudgement(context, step, repository, judged.value)
}

/** The repository and the heads of its refs: from the listing when there is one, else asked for. */
async function lookAt(
  context: ScanContext,
  step: ScanStep,
  listed: RefHead[] | null,
): Promise<{ repository: RepositoryRow; heads: RefHead[] } | null> {
  const id = /^\d+$/.test(step.key) ? Number(step.key) : null
  const known = id === null ? undefined : await findRepository(context.db, id)
  if (known !== undefined && listed !== null) return { repository: known, heads: listed }

  const answer = await context.github.getRepository(id ?? readRepositoryName(step.key)!)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
    return null
  }
  if (answer.outcome !== 'available') {
    await keepAbsence(context, step, known?.id ?? null, answer.outcome)
    return null
  }
  const heads = await context.github.listHeads(answer.repository)
  if (heads.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, heads)
    return null
  }
  const { repository } = answer
  await context.db.tx((tx) => saveRepositories(tx, relatives(answer), context.clock()))
  return {
    repository: (await findRepository(context.db, repository.id))!,
    heads: heads.outcome === 'found' ? heads.value.heads : [],
  }
}

async function keepJudgement(
  context: ScanContext,
  step: ScanStep,
  repository: RepositoryRow,
  judged: HeadsJudgement,
): Promise<void> {
  const { work, scan } = context
  const earlier = await findMatch(context.db, work.id, repository.id)
  const { strength } = judged
  await context.db.tx(async (tx) => {
    await markSeen(tx, [repository.id], context.clock())
    if (strength !== 'none' || earlier !== undefined) {
      await saveMatch(tx, toEvidence(context, repository, judged), context.clock())
      await appendEvent(tx, {
        actor: context.actor,
        kind: 'match.found',
        subject: `repository:${repository.id}`,
        data: {
          work: work.slug,
          scan: scan.id,
          repository: `${repository.owner}/${repository.name}`,
          strength,
          class: judged.class,
          originalsFound: judged.originalsFound,
          refs: judged.refs,
        },
      })
    }
    await updateStep(tx, step.id, doneWith(repository, strength))
    if (strength !== 'none' && (scan.options as { probes: number }).probes > 0)
      await planNetwork(context, tx, repository, step)
  })
}

/** A copy found by search has forks that search never shows: its network is listed too. */
async function planNetwork(
  context: ScanContext,
  tx: Parameters<typeof addSteps>[0],
  repository: RepositoryRow,
  step: ScanStep,
): Promise<void> {
  const root = await findRepository(tx, repository.networkRootId ?? repository.id)
  const { owner, name } = root ?? repository
  await addSteps(tx, context.scan.id, [{ kind: 'network', key: `${owner}/${name}`, position: step.position }])
}

function toEvidence(
  { work, scan }: ScanContext,
  repository: RepositoryRow,
  judged: HeadsJudgement,
): MatchEvidence {
  return {
    workId: work.id,
    repositoryId: repository.id,
    scanId: scan.id,
    class: judged.class,
    strength: judged.strength,
    originalsFound: judged.originalsFound,
    ofWork: judged.ofWork,
    ofRepository: judged.ofRepository,
    entireRepository: judged.entireRepository,
    official: false,
    license: repository.license,
    reason: judged.reason,
    refs: judged.refs,
    files: judged.files.flatMap(({ path, blob, match, contentId, commit, tree }) =>
      match.originals
        .filter((original) => original.strength !== 'none')
        .map((original) => ({
          commit,
          tree,
          path,
          blob,
          class: original.class,
          strength: original.strength,
          original: original.path,
          bits: original.bits,
          ofOriginal: original.ofOriginal,
          ofCandidate: original.ofCandidate,
          ranges: original.ranges,
          reason: original.reason,
          contentId,
        })),
    ),
  }
}

async function keepAbsence(
  context: ScanContext,
  step: ScanStep,
  repositoryId: number | null,
  outcome: 'disabled' | 'blocked' | 'gone',
): Promise<void> {
  const result: RepositoryResult = { repositoryId, networkRootId: null, outcome }
  await context.db.tx((tx) =>
    updateStep(tx, step.id, {
      status: 'done',
      reason: `the repository is ${outcome}`,
      retryAt: null,
      result,
    }),
  )
}

async function finish(
  context: ScanContext,
  step: ScanStep,
  repository: RepositoryRow,
  outcome: RepositoryResult['outcome'],
): Promise<void> {
  await context.db.tx((tx) => updateStep(tx, step.id, doneWith(repository, outcome)))
}

function doneWith({ id, networkRootId }: RepositoryRow, outcome: RepositoryResult['outcome']) {
  const result: RepositoryResult = { repositoryId: id, networkRootId, outcome }
  return { status: 'done' as const, reason: null, retryAt: null, result }
}
