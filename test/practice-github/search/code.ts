import type { Blob } from '../git/objects.ts'
import { walkTree } from '../git/trees.ts'
import type { Call, Handler, JsonObject } from '../rest/call.ts'
import { json, problem, repositoryUrl } from '../rest/call.ts'
import { renderNamedRepository } from '../rest/render-repository.ts'
import { extensionOf, languageOf } from '../world/languages.ts'
import type { Repository } from '../world/repository.ts'
import { fullName, headCommit, headTree } from '../world/repository.ts'
import type { Qualifier, SearchQuery } from './query.ts'
import { holds, inRange, indexed, parseQuery, unparsable } from './query.ts'
import { searchPage } from './page.ts'
import { isSearchable, scopeOf } from './scope.ts'
import { textMatches } from './text-matches.ts'

const QUALIFIERS = new Set([
  'repo',
  'user',
  'org',
  'path',
  'filename',
  'extension',
  'language',
  'size',
  'in',
  'fork',
  'enterprise',
  'symbol',
])

interface FileHit {
  repository: Repository
  path: string
  sha: string
  blob: Blob
}

/** `GET /search/code`, the legacy engine: the rules of the documentation page "Searching code (legacy)". */
export const searchCode: Handler = (call) => {
  if (call.viewer === undefined) throw problem(401, 'Requires authentication')
  const query = parseQuery(call.query.get('q') ?? '', QUALIFIERS)
  const named = query.qualifiers.some(({ name }) => name === 'filename')
  // A bare qualifier is refused; `filename:` alone is the documented exception.
  if (query.alternatives.length === 0 && !named) throw unparsable()
  const hits = [...findFiles(call, query)]
  const { items, total, incomplete, headers } = searchPage(call, hits, '/search/code')
  return json(
    {
      total_count: total,
      incomplete_results: incomplete,
      items: items.map((hit) => renderHit(call, query, hit)),
    },
    headers,
  )
}

function* findFiles(call: Call, query: SearchQuery): Generator<FileHit> {
  // These parse and find nothing through the API.
  if (query.qualifiers.some(({ name }) => name === 'enterprise' || name === 'symbol')) return
  const inScope = scopeOf(call.world, query)
  const forks = query.qualifiers.find(({ name }) => name === 'fork')?.value
  let scanned = 0
  for (const repository of call.world.repositories) {
    if (!isIndexed(repository, forks) || !inScope(repository)) continue
    if (++scanned > call.limits.searchRepositories) return
    const tree = headTree(repository)
    if (tree === undefined) continue
    const { objects } = repository.network
    for (const { path, mode, sha } of walkTree(objects, tree)) {
      if (mode === '040000' || mode === '160000' || mode === '120000') continue
      const blob = objects.blob(sha)
      if (blob.data.length >= call.limits.codeSearchFileBytes) continue
      if (matchesFile(query, path, blob)) yield { repository, path, sha, blob }
    }
  }
}

/**
 * Default branches of public, live, not archived repositories; a fork only with more stars than its parent,
 * a push of its own, and `fork:` in the query.
 */
function isIndexed(repository: Repository, forks: string | undefined): boolean {
  if (!isSearchable(repository) || repository.archived || repository.notIndexed) return false
  const { parent } = repository
  if (parent === undefined) return forks !== 'only'
  return (
    (forks === 'true' || forks === 'only') &&
    repository.stars > parent.stars &&
    repository.pushedSinceCreation
  )
}

function matchesFile(query: SearchQuery, path: string, blob: Blob): boolean {
  const places = query.qualifiers.find(({ name }) => name === 'in')?.value.split(',') ?? ['file']
  if (!query.qualifiers.every((qualifier) => fits(qualifier, path, blob) !== qualifier.negated)) return false
  return (
    (places.includes('file') && holds(query, textIndex(blob))) ||
    (places.includes('path') && holds(query, indexed(path)))
  )
}

/** Whether the file has what the qualifier says, negation aside; the others were seen to elsewhere. */
function fits({ name, value, negated }: Qualifier, path: string, blob: Blob): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1)
  switch (name) {
    case 'extension':
      return extensionOf(path) === value.replace(/^\./, '').toLowerCase()
    case 'filename':
      return !/[*?]/.test(value) && indexed(file).includes(indexed(value).trimEnd())
    case 'path':
      return isUnder(path, value)
    case 'language':
      return languageOf(path)?.toLowerCase() === value.toLowerCase()
    case 'size':
      return inRange(value, blob.data.length, Number)
    default:
      return !negated
  }
}

/** A folder with all below it; `/` is the root's own files. Globs find nothing. */
function isUnder(path: string, folder: string): boolean {
  if (folder === '/') return !path.includes('/')
  if (/[*?]/.test(folder)) return false
  const prefix = folder.replace(/^\/|\/$/g, '').toLowerCase()
  return path.toLowerCase().startsWith(`${prefix}/`)
}

/** What the index knows of a blob's text. Blobs never change. */
function textIndex(blob: Blob): string {
  const known = textOf.get(blob)
  if (known !== undefined) return known
  const text = blob.data.includes(0) ? '' : indexed(blob.data.toString('utf8'))
  textOf.set(blob, text)
  return text
}

const textOf = new WeakMap<Blob, string>()

function renderHit(call: Call, query: SearchQuery, { repository, path, sha, blob }: FileHit): JsonObject {
  const url = repositoryUrl(call.addresses, repository)
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const commit = headCommit(repository)!
  const contents = `${url}/contents/${encoded}?ref=${commit}`
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    url: contents,
    git_url: `${url}/git/blobs/${sha}`,
    html_url: `${call.addresses.web}/${fullName(repository)}/blob/${commit}/${encoded}`,
    repository: renderNamedRepository(call.addresses, repository),
    language: languageOf(path) ?? null,
    score: 1,
    ...(wantsTextMatches(call)
      ? { text_matches: textMatches(query, contents, blob.data.toString('utf8')) }
      : {}),
  }
}

function wantsTextMatches({ accept }: Call): boolean {
  return /application\/vnd\.github(\.v3)?\.text-match/.test(accept)
}
