import { findMatches } from '../../../db/queries/matches.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { isOfficial } from '../../core/repository/official.ts'
import type { CouldNotTell } from './could-not-tell.ts'
import { judgeHeads } from './judge-heads.ts'
import { judgeTrees } from './judge-trees.ts'
import { keepJudgements, type Settled } from './keep-judgements.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { RootTree } from './list-trees.ts'
import { lookAtRepositories, type Looked } from './look-at-repositories.ts'
import { isUntouched, type ListedRepository } from './repository-result.ts'
import type { ScanContext } from './scan-context.ts'

/** Examines repositories, by numeric id or by a name that a person gave; what they need is asked for together. */
export async function takeRepositorySteps(context: ScanContext, steps: readonly ScanStep[]): Promise<void> {
  const looked = await lookAtRepositories(context, steps)
  const earlier = await findMatches(
    context.db,
    context.work.id,
    looked.map(({ repository }) => repository.id),
  )
  const { officials, publicCode } = context
  const settled: Settled[] = []
  const toJudge: Looked[] = []
  for (const look of looked) {
    if (isOfficial(look.repository, officials)) settled.push({ ...look, outcome: 'official' })
    else if (isUntouched(look.heads, publicCode.trees) && !earlier.has(look.repository.id))
      settled.push({ ...look, outcome: 'untouched' })
    else toJudge.push(look)
  }
  const answers = await judgeTrees(context, rootsOf(toJudge, publicCode.trees))
  for (const look of toJudge) {
    const judged = judgeHeads(look.heads, publicCode.trees, answers)
    if (judged.outcome === 'could-not-tell') await keepUnjudged(context, look.step, judged)
    else settled.push({ ...look, outcome: judged.value })
  }
  await keepJudgements(context, settled, earlier)
}

/** Deleted, renamed or pushed to since it was listed: it is looked at anew when it is asked again. */
async function keepUnjudged(context: ScanContext, step: ScanStep, judged: CouldNotTell): Promise<void> {
  await keepUnanswered(context, step, judged)
  if (judged.absent !== true) return
  const networkRootId = (step.result as ListedRepository | null)?.networkRootId ?? null
  const result: ListedRepository = { heads: null, networkRootId }
  await context.db.tx((tx) => updateStep(tx, step.id, { result }))
}

function rootsOf(looked: readonly Looked[], publicTrees: ReadonlySet<string>): RootTree[] {
  const roots = new Map<string, RootTree>()
  for (const { repository, heads } of looked) {
    for (const { tree } of heads) {
      if (!publicTrees.has(tree) && !roots.has(tree)) roots.set(tree, { tree, repository })
    }
  }
  return [...roots.values()]
}
