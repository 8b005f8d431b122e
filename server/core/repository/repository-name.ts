import { parseGitHubUrl } from './github-url.ts'
import { isOwnerName, isRepositoryPart } from './name-rules.ts'
import type { RepositoryName } from './types.ts'

/** `OWNER/NAME`, or any address inside a repository. `undefined` when it names none. */
export function readRepositoryName(text: string): RepositoryName | undefined {
  const [owner = '', name = '', ...more] = text.trim().split('/')
  if (more.length === 0 && isOwnerName(owner) && isRepositoryPart(name)) return { owner, name }
  const url = parseGitHubUrl(text)
  return url !== undefined && 'name' in url ? { owner: url.owner, name: url.name } : undefined
}

export function formatRepositoryName({ owner, name }: RepositoryName): string {
  return `${owner}/${name}`
}

/** GitHub compares names without case. */
export function isSameName(a: RepositoryName, b: RepositoryName): boolean {
  return formatRepositoryName(a).toLowerCase() === formatRepositoryName(b).toLowerCase()
}
