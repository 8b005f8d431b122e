import { markSeen, saveRepositories } from '../../../db/queries/repositories.ts'
import { findEarlierResult, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import type { Place } from '../../github/place.ts'
import type { Heads } from '../../github/refs.ts'
import { collectFiles } from './collect-files.ts'
import { asCouldNotTell, type CouldNotTell } from './could-not-tell.ts'
import { judgeBlobs } from './judge-blobs.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import { listTrees } from './list-trees.ts'
import { addPublicCode } from './public-code.ts'
import { relatives } from './relatives.ts'
import type { ScanContext } from './scan-context.ts'

/** What an official repository publishes; kept with the step, so that a scan that goes on need not ask again. */
export interface OfficialResult {
  trees: string[]
  blobs: string[]
  originals: string[]
  /** It was not there: this is what it published when it was last read; nothing where it never was. */
  absent?: { outcome: string; lastRead: string | null }
}

/**
 * Reads what an official repository publishes on all its branches and tags, and takes it out of the claim of this
 * scan. One that is not there any more, made private perhaps, left its public forks behind: what it published when it
 * was last read accuses nobody.
 */
export async function takeOfficialStep(context: ScanContext, step: ScanStep): Promise<void> {
  const answer = await context.lookUp(step.key)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
    return
  }
  if (answer.outcome !== 'available') {
    await keepResult(context, step, await lastReading(context, step, answer.outcome))
    return
  }
  const { repository } = answer
  const heads = await context.github.listHeads(repository)
  if (heads.outcome !== 'found') {
    await keepUnanswered(context, step, asCouldNotTell(heads, 'GraphQL does not see what REST shows'))
    return
  }
  await context.db.tx(async (tx) => {
    await saveRepositories(tx, relatives(answer), context.clock())
    await markSeen(tx, [repository.id], context.clock())
  })
  const read = await readPublished(context, repository, heads.value)
  if (read.outcome === 'could-not-tell') await keepUnanswered(context, step, read)
  else await keepResult(context, step, read.result)
}

async function readPublished(
  context: ScanContext,
  repository: Place,
  { heads, others }: Heads,
): Promise<{ outcome: 'read'; result: OfficialResult } | CouldNotTell> {
  const trees = [...new Set(heads.map(({ tree }) => tree))]
  const roots = trees.map((tree) => ({ tree, repository }))
  const notListed = await listTrees(context, roots)
  const collected = await collectFiles(context.trees, roots)
  if (collected.outcome === 'missing') {
    const { tree } = collected
    return notListed.get(tree) ?? asCouldNotTell(undefined, `the folder ${tree} could not be read`)
  }
  const { files } = collected
  const [unread] = (await judgeBlobs(context, files)).values()
  if (unread !== undefined) return unread
  const blobs = [...files.values()].map(({ blob }) => blob)
  const originals = [...files.keys()].flatMap((as) =>
    (context.blobs.judged.get(as)?.match.originals ?? []).filter(({ strength }) => strength === 'strong'),
  )
  // A tag may stand for a single file.
  const tagged = others.filter(({ type }) => type === 'blob').map(({ oid }) => oid)
  return {
    outcome: 'read',
    result: {
      trees,
      blobs: [...new Set([...blobs, ...tagged])],
      originals: [...new Set(originals.map(({ path }) => path))],
    },
  }
}

async function lastReading(
  { db, work, scan }: ScanContext,
  { key }: ScanStep,
  outcome: string,
): Promise<OfficialResult> {
  const before = await findEarlierResult(db, { workId: work.id, scanId: scan.id, kind: 'official', key })
  const known = before?.result as OfficialResult | undefined
  if (before === undefined || known === undefined || known.trees.length === 0) {
    return { trees: [], blobs: [], originals: [], absent: { outcome, lastRead: null } }
  }
  const lastRead = known.absent?.lastRead ?? before.startedAt.toISOString()
  return { ...known, absent: { outcome, lastRead } }
}

async function keepResult(context: ScanContext, step: ScanStep, result: OfficialResult): Promise<void> {
  addPublicCode(context.publicCode, result)
  await context.db.tx((tx) =>
    updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result }),
  )
}
