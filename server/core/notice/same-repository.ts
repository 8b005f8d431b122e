import type { RepositoryIdentity } from './candidate.ts'

/** `owner/name` as it is written. */
export function fullName(repository: { owner: string; name: string }): string {
  return `${repository.owner}/${repository.name}`
}

/** The id decides; a name alone is enough to be careful. */
export function sameRepository(a: RepositoryIdentity, b: RepositoryIdentity): boolean {
  return a.id === b.id || fullName(a).toLowerCase() === fullName(b).toLowerCase()
}
