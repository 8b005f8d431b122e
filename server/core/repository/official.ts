import type { RepositoryName } from './types.ts'

/** One official repository, or with `name` null every repository of an owner. */
export interface OfficialName {
  owner: string
  name: string | null
}

/** Whether it is the owner's own or licensed: never infringing. Compared without case, as GitHub does. */
export function isOfficial({ owner, name }: RepositoryName, officials: readonly OfficialName[]): boolean {
  return officials.some(
    (official) =>
      official.owner.toLowerCase() === owner.toLowerCase() &&
      (official.name === null || official.name.toLowerCase() === name.toLowerCase()),
  )
}
