import { markSeen, saveRepositories } from '../../../db/queries/repositories.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { flattenTree } from './flatten-tree.ts'
import { judgeUnknownTrees } from './judge-trees.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import { addPublicCode } from './public-code.ts'
import { relatives } from './relatives.ts'
import type { ScanContext } from './scan-context.ts'

/** What an official repository publishes; kept with the step, so that a scan that goes on need not ask again. */
export interface OfficialResult {
  trees: string[]
  blobs: string[]
  originals: string[]
}

/**
 * Reads what an official repository publishes on its default branch, and takes it out of the claim of this scan.
 * One that is not there publishes nothing.
 */
export async function takeOfficialStep(context: ScanContext, step: ScanStep): Promise<void> {
  const answer = await context.lookUp(step.key)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
    return
  }
  if (answer.outcome !== 'available') {
    await keepResult(context, step, { trees: [], blobs: [], originals: [] })
    return
  }
  const { repository } = answer
  const heads = await context.github.listHeads(repository)
  if (heads.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, heads)
    return
  }
  await context.db.tx(async (tx) => {
    await saveRepositories(tx, relatives(answer), context.clock())
    await markSeen(tx, [repository.id], context.clock())
  })

  const all = heads.outcome === 'found' ? heads.value.heads : []
  const result: OfficialResult = { trees: all.map((head) => head.tree), blobs: [], originals: [] }
  const published = all.find((head) => head.ref === `refs/heads/${repository.defaultBranch ?? ''}`)
  if (published !== undefined) {
    const { tree } = published
    const judged = (await judgeUnknownTrees(context, [{ tree, repository }])).get(tree)!
    if (judged.outcome === 'could-not-tell') {
      await keepUnanswered(context, step, judged)
      return
    }
    const flat = await flattenTree(context.trees, tree)
    const strong = judged.value.files.flatMap(({ match }) =>
      match.originals.filter((o) => o.strength === 'strong'),
    )
    result.blobs = flat.outcome === 'found' ? [...new Set(flat.files.map(({ blob }) => blob))] : []
    result.originals = [...new Set(strong.map((original) => original.path))]
  }
  await keepResult(context, step, result)
}

async function keepResult(context: ScanContext, step: ScanStep, result: OfficialResult): Promise<void> {
  addPublicCode(context.publicCode, result)
  await context.db.tx((tx) =>
    updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result }),
  )
}
