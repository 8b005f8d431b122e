import type { Transaction } from '../../../db/database.ts'
import { findRepository, type RepositoryRow } from '../../../db/queries/repositories.ts'
import { addSteps, countSteps, findStepKeys, type StepKind } from '../../../db/queries/scans.ts'
import type { HeadsJudgement } from './judge-heads.ts'
import type { ScanOptions } from './plan-scan.ts'
import type { ScanContext } from './scan-context.ts'

/** So many of each kind in one scan, those of the first copies found; GitHub takes 30 searches a minute. */
const most = { tree: 250, owner: 250 } as const

/** Not asked for: there are more of its kind than one scan asks for. */
export interface LeftOut {
  leftOut: true
}

export function isLeftOut(result: unknown): result is LeftOut {
  return typeof result === 'object' && result !== null && 'leftOut' in result
}

export interface FoundCopy {
  repository: RepositoryRow
  judged: HeadsJudgement
  position: number
}

/**
 * What a copy leads to. A scan that was aimed at certain repositories stays with them; any other goes on to where
 * search does not see: the network, the same tree elsewhere, other repositories of the same owner. A commit is not
 * searched for besides: wherever it is, its tree is too.
 */
export async function planFurther(context: ScanContext, tx: Transaction, copy: FoundCopy): Promise<void> {
  if ((context.scan.options as ScanOptions).probes === 0) return
  await planNetwork(context, tx, copy)
  const { repository, judged, position } = copy
  if (judged.strength !== 'strong') return
  await planAtMost(context, tx, 'tree', [...new Set(judged.refs.map(({ tree }) => tree))], position)
  await planAtMost(context, tx, 'owner', [repository.owner], position)
}

/** Its forks are in no search; where there are none, there is nothing to list. */
async function planNetwork(
  { scan }: ScanContext,
  tx: Transaction,
  { repository, position }: FoundCopy,
): Promise<void> {
  if (!repository.fork && repository.forksCount === 0) return
  const root = await findRepository(tx, repository.networkRootId ?? repository.id)
  const { owner, name } = root ?? repository
  await addSteps(tx, scan.id, [{ kind: 'network', key: `${owner}/${name}`, position }])
}

/** What is beyond the limit is kept as left out, so that the coverage can tell. */
async function planAtMost(
  { scan }: ScanContext,
  tx: Transaction,
  kind: StepKind & keyof typeof most,
  keys: readonly string[],
  position: number,
): Promise<void> {
  const { pending, done, couldNotTell } = await countSteps(tx, scan.id, kind)
  const room = Math.max(0, most[kind] - pending - done - couldNotTell)
  const known = await findStepKeys(tx, scan.id, kind, keys)
  const fresh = keys.filter((key) => !known.has(key))
  const result: LeftOut = { leftOut: true }
  await addSteps(tx, scan.id, [
    ...fresh.slice(0, room).map((key) => ({ kind, key, position })),
    ...fresh.slice(room).map((key) => ({ kind, key, position, status: 'done' as const, result })),
  ])
}
