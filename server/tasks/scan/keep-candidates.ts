import type { Transaction } from '../../../db/database.ts'
import { saveRepositories } from '../../../db/queries/repositories.ts'
import { addSteps } from '../../../db/queries/scans.ts'
import type { SearchedRepository } from '../../github/search-page.ts'
import type { ScanContext } from './scan-context.ts'

/** A search shows a repository's name and no more: it becomes a candidate, and everything else is judged by comparing. */
export async function keepCandidates(
  { scan, clock }: ScanContext,
  tx: Transaction,
  repositories: readonly SearchedRepository[],
  position: number,
): Promise<void> {
  await saveRepositories(
    tx,
    repositories.map(({ repositoryId: id, nodeId, owner, name, fork }) => ({
      id,
      nodeId,
      owner,
      name,
      fork,
    })),
    clock(),
  )
  await addSteps(
    tx,
    scan.id,
    repositories.map(({ repositoryId }) => ({
      kind: 'repository' as const,
      key: String(repositoryId),
      position,
    })),
  )
}
