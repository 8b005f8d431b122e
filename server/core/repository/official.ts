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

/** Whether a gist is under an account whose every repository is official. Its address names the account first. */
export function isOfficialGist(
  { kind, url }: { kind: string; url: string },
  officials: readonly OfficialName[],
): boolean {
  if (kind !== 'gist') return false
  const [owner = ''] = new URL(url).pathname.slice(1).split('/')
  return officials.some(({ owner: official, name }) => {
    return name === null && official.toLowerCase() === owner.toLowerCase()
  })
}
