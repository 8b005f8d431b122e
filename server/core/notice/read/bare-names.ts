import type { FoundLink } from './find-links.ts'

/**
 * Repositories written as `owner / name`, as a page shows them: lines of a list in an answer about repositories.
 * One such line could be anything; two are a list.
 */
export function findBareNames(answer: string): FoundLink[] {
  const line =
    /^[ \t•*\-–>]*(?:\d{1,3}[.)][ \t]*)?([A-Za-z0-9][A-Za-z0-9-]{0,38}) \/ ([\w.-]{1,100})(?=\s|$)/gm
  const found = [...answer.matchAll(line)].map((match): FoundLink => {
    const [whole, owner = '', name = ''] = match
    const url = `https://github.com/${owner}/${name}`
    return { kind: 'repository', owner, name, deeper: false, url, index: match.index, length: whole.length }
  })
  return found.length > 1 ? found : []
}
