import type { RepositoryFacts } from '../../../db/queries/repositories.ts'
import type { AvailableRepository } from '../../github/get-repository.ts'

/** A repository with its parent and root: one answer of GitHub tells of all three. */
export function relatives({ repository, parent, root }: AvailableRepository): RepositoryFacts[] {
  return [root, parent, repository].filter((record) => record !== null)
}
