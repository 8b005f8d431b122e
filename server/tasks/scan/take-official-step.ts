import { markSeen, saveRepositories } from '../../../db/queries/repositories.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { judgeEntries, readBlobEntries } from './judge-tree.ts'
import { addPublicCode } from './public-code.ts'
import type { ScanContext } from './scan-context.ts'
import { relatives } from './take-network-step.ts'
import { keepUnanswered } from './take-probe-step.ts'

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
  const name = readRepositoryName(step.key)!
  const answer = await context.github.getRepository(name)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
    return
  }
  if (answer.outcome !== 'available') {
    await keepResult(context, step, { trees: [], blobs: [], originals: [] })
    return
  }
  const heads = await context.github.listHeads(answer.repository)
  if (heads.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, heads)
    return
  }
  await context.db.tx(async (tx) => {
    await saveRepositories(tx, relatives(answer), context.clock())
    await markSeen(tx, [answer.repository.id], context.clock())
  })

  const all = heads.outcome === 'found' ? heads.value.heads : []
  const result: OfficialResult = { trees: all.map((head) => head.tree), blobs: [], originals: [] }
  const published = all.find((head) => head.ref === `refs/heads/${answer.repository.defaultBranch ?? ''}`)
  if (published !== undefined) {
    const listing = await readBlobEntries(context, name, published.tree)
    if (listing.outcome === 'could-not-tell') {
      await keepUnanswered(context, step, listing)
      return
    }
    const judged = await judgeEntries(context, name, published.tree, listing.value)
    if (judged.outcome === 'could-not-tell') {
      await keepUnanswered(context, step, judged)
      return
    }
    const strong = judged.value.files.flatMap(({ match }) =>
      match.originals.filter((o) => o.strength === 'strong'),
    )
    result.blobs = listing.value.map((entry) => entry.blob)
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
