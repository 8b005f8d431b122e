import { readRepositoryName } from './repository-name.ts'
import type { RepositoryName } from './types.ts'

export interface Submodule {
  path: string
  url: string
  /** On GitHub; `undefined` when it is elsewhere. */
  repository: RepositoryName | undefined
}

/** The submodules that a `.gitmodules` names. An address that begins with a dot is relative to the repository's own. */
export function readGitmodules(text: string, { owner, name }: RepositoryName): Submodule[] {
  const submodules: { path: string; url: string }[] = []
  for (const line of text.split(/\r?\n/).slice(0, mostLines)) {
    if (/^\s*\[submodule\b/.test(line)) submodules.push({ path: '', url: '' })
    const [, key, value = ''] = /^\s*(path|url)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    const last = submodules.at(-1)
    if (last !== undefined && key === 'path') last.path = value
    if (last !== undefined && key === 'url') last.url = value
  }
  return submodules
    .filter(({ url }) => url !== '')
    .map(({ path, url }) => ({ path, url, repository: readRepositoryName(absolute(url, { owner, name })) }))
}

const mostLines = 10_000

function absolute(url: string, { owner, name }: RepositoryName): string {
  if (!/^\.\.?\//.test(url)) return url
  const base = `https://github.com/${owner}/${name}/`
  return URL.canParse(url, base) ? new URL(url, base).href : url
}
