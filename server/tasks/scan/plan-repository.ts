import { isOfficial } from '../../core/repository/official.ts'
import type { RefHead } from '../../core/repository/types.ts'
import type { PlannedStep } from './plan-scan.ts'
import { isUntouched, type ListedRepository, type RepositoryResult } from './repository-result.ts'
import type { ScanContext } from './scan-context.ts'

/**
 * The step of a listed repository. An untouched one is done with the listing, unless something was found in it
 * before: then it is judged anew.
 */
export function planRepository(
  { officials, publicCode }: ScanContext,
  repository: { id: number; owner: string; name: string },
  listed: { heads: RefHead[] | null; networkRootId: number | null; position: number; matched: boolean },
): PlannedStep {
  const { heads, networkRootId, position, matched } = listed
  if (isOfficial(repository, officials)) {
    return { kind: 'official', key: `${repository.owner}/${repository.name}`, position }
  }
  const key = String(repository.id)
  if (heads !== null && !matched && isUntouched(heads, publicCode.trees)) {
    const result: RepositoryResult = {
      repositoryId: repository.id,
      networkRootId,
      outcome: 'untouched',
      heads,
    }
    return { kind: 'repository', key, position, status: 'done', result }
  }
  return { kind: 'repository', key, position, result: { heads, networkRootId } satisfies ListedRepository }
}
