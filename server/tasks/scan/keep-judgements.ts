import type { Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { saveMatch, type MatchEvidence } from '../../../db/queries/matches.ts'
import { findRepository, markSeen, type RepositoryRow } from '../../../db/queries/repositories.ts'
import { addSteps, countSteps, updateStep } from '../../../db/queries/scans.ts'
import { chunks } from '../../../db/queries/works.ts'
import type { RefHead } from '../../core/repository/types.ts'
import type { HeadsJudgement } from './judge-heads.ts'
import type { Looked } from './look-at-repositories.ts'
import type { ScanOptions } from './plan-scan.ts'
import type { RepositoryResult } from './repository-result.ts'
import type { ScanContext } from './scan-context.ts'

/** A repository that was judged, or that needed none. */
export type Settled = Looked & { outcome: HeadsJudgement | 'official' | 'untouched' }

/** The disk is waited for once for so many; other writers wait for one transaction at most. */
const atOnce = 50

/**
 * Keeps how repositories came out, each whole or not at all: its match, its event and its step. `earlier`: what was
 * found in them before, by repository id; that nothing is found there any more is kept, too.
 */
export async function keepJudgements(
  context: ScanContext,
  settled: readonly Settled[],
  earlier: ReadonlyMap<number, unknown>,
): Promise<void> {
  const { db, clock } = context
  for (const part of chunks(settled, atOnce)) {
    await db.tx(async (tx) => {
      const judged = part.filter(({ outcome }) => typeof outcome !== 'string')
      await markSeen(
        tx,
        judged.map(({ repository }) => repository.id),
        clock(),
      )
      for (const { step, repository, heads, outcome } of part) {
        const word = typeof outcome === 'string' ? outcome : outcome.strength
        if (typeof outcome !== 'string' && (word !== 'none' || earlier.has(repository.id)))
          await keepMatch(context, tx, repository, outcome)
        const result: RepositoryResult = {
          repositoryId: repository.id,
          networkRootId: repository.networkRootId,
          outcome: word,
          heads,
        }
        await updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result })
        if (word === 'strong' || word === 'weak')
          await planNetwork(context, tx, { repository, position: step.position })
        if (typeof outcome !== 'string' && word === 'strong')
          await planTrees(context, tx, outcome.refs, step.position)
      }
    })
  }
}

async function keepMatch(
  { actor, work, scan, clock }: ScanContext,
  tx: Transaction,
  repository: RepositoryRow,
  judged: HeadsJudgement,
): Promise<void> {
  await saveMatch(
    tx,
    { workId: work.id, scanId: scan.id, ...describe(repository), ...toEvidence(judged) },
    clock(),
  )
  await appendEvent(tx, {
    actor,
    kind: 'match.found',
    subject: `repository:${repository.id}`,
    data: {
      work: work.slug,
      scan: scan.id,
      repository: `${repository.owner}/${repository.name}`,
      strength: judged.strength,
      class: judged.class,
      originalsFound: judged.originalsFound,
      refs: judged.refs,
    },
  })
}

/**
 * A copy found by search has forks that search never shows: its network is listed too, unless there is nothing to
 * list.
 */
async function planNetwork(
  { scan }: ScanContext,
  tx: Transaction,
  { repository, position }: { repository: RepositoryRow; position: number },
): Promise<void> {
  if ((scan.options as ScanOptions).probes === 0) return
  if (!repository.fork && repository.forksCount === 0) return
  const root = await findRepository(tx, repository.networkRootId ?? repository.id)
  const { owner, name } = root ?? repository
  await addSteps(tx, scan.id, [{ kind: 'network', key: `${owner}/${name}`, position }])
}

/** So many trees are searched for in one scan, those of the first copies found. */
const mostTrees = 20

/** A copy may have been uploaded anew, in no network with this one: its root tree is searched for. */
async function planTrees(
  { scan }: ScanContext,
  tx: Transaction,
  refs: readonly RefHead[],
  position: number,
): Promise<void> {
  if ((scan.options as ScanOptions).probes === 0) return
  const { pending, done, couldNotTell } = await countSteps(tx, scan.id, 'tree')
  const trees = [...new Set(refs.map(({ tree }) => tree))].slice(
    0,
    Math.max(0, mostTrees - pending - done - couldNotTell),
  )
  await addSteps(
    tx,
    scan.id,
    trees.map((key) => ({ kind: 'tree' as const, key, position })),
  )
}

function describe({
  id,
  license,
}: RepositoryRow): Pick<MatchEvidence, 'repositoryId' | 'official' | 'license'> {
  return { repositoryId: id, official: false, license }
}

function toEvidence(
  judged: HeadsJudgement,
): Omit<MatchEvidence, 'workId' | 'scanId' | 'repositoryId' | 'official' | 'license'> {
  return {
    class: judged.class,
    strength: judged.strength,
    originalsFound: judged.originalsFound,
    ofWork: judged.ofWork,
    ofRepository: judged.ofRepository,
    entireRepository: judged.entireRepository,
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
