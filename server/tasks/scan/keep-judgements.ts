import type { Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { saveMatch, type MatchEvidence } from '../../../db/queries/matches.ts'
import { markSeen, type RepositoryRow } from '../../../db/queries/repositories.ts'
import { updateStep } from '../../../db/queries/scans.ts'
import { chunks } from '../../../db/queries/works.ts'
import type { HeadsJudgement } from './judge-heads.ts'
import type { Looked } from './look-at-repositories.ts'
import { planFurther } from './plan-further.ts'
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
        if (typeof outcome !== 'string' && (word === 'strong' || word === 'weak'))
          await planFurther(context, tx, { repository, judged: outcome, position: step.position })
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
