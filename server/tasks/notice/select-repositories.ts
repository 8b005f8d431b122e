import type { RepositoryReference } from '../../core/notice/types.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { ClawbackError } from '../../errors.ts'

/** `--only` and `--except`, as typed. */
export interface Selection {
  only: string[]
  except: string[]
}

/**
 * Whether a repository is among those that a person selected; names are compared without case, as GitHub does.
 * @throws ClawbackError REPOSITORY_INVALID
 */
export function selectRepositories({
  only,
  except,
}: Selection): (repository: RepositoryReference) => boolean {
  const fold = ({ owner, name }: RepositoryReference) => `${owner}/${name}`.toLowerCase()
  const included = new Set(only.map((text) => fold(requireName(text))))
  const left = new Set(except.map((text) => fold(requireName(text))))
  return (repository) =>
    (included.size === 0 || included.has(fold(repository))) && !left.has(fold(repository))
}

/** @throws ClawbackError REPOSITORY_INVALID */
export function requireName(text: string): RepositoryReference {
  const name = readRepositoryName(text)
  if (name !== undefined) return name
  throw new ClawbackError(
    'REPOSITORY_INVALID',
    `"${text}" is not OWNER/NAME`,
    'Give it as GitHub spells it, or its URL.',
  )
}
