import { encodePath } from './encode-path.ts'
import type { RepositoryName } from './types.ts'

/**
 * The address of a file as it stood at a commit: it shows the same lines for ever, whatever is pushed later.
 * `lines`: from 1, both ends inclusive.
 */
export function formatPermalink(
  { owner, name }: RepositoryName,
  commit: string,
  path: string,
  lines?: readonly [first: number, last: number],
): string {
  const file = `https://github.com/${owner}/${name}/blob/${commit}/${encodePath(path)}`
  if (lines === undefined) return file
  const [first, last] = lines
  // GitHub renders these files; only their source has lines to point at.
  const source = rendered.test(path) ? '?plain=1' : ''
  return `${file}${source}#L${first}${last > first ? `-L${last}` : ''}`
}

const rendered =
  /\.(?:md|markdown|mdown|mkdn?|mdx|rst|adoc|asciidoc|asc|org|textile|rdoc|pod|wiki|mediawiki|csv|tsv)$/i
