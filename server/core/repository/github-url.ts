import { isOwnerName, isRepositoryPart } from './name-rules.ts'
import { readSegments } from './url-text.ts'

/**
 * What an address on GitHub leads to. Only what certainly is a repository has `owner` and `name`. Names keep their
 * spelling; `ref` and `path` are decoded. A branch whose name holds a slash cannot be told from a path: `ref` is then
 * its first part, unless the address spells it `refs/heads/…`.
 */
export type GitHubUrl =
  | { kind: 'repository'; owner: string; name: string; ref?: string }
  /** Issues, releases, a wiki: a page about the repository. */
  | { kind: 'repository-page'; owner: string; name: string; page: string }
  | { kind: 'commit'; owner: string; name: string; ref: string }
  | { kind: 'folder'; owner: string; name: string; ref: string; path: string }
  | {
      kind: 'file'
      owner: string
      name: string
      ref: string
      path: string
      lines?: [first: number, last: number]
    }
  | { kind: 'repository-id'; id: number }
  | { kind: 'gist'; owner: string | null; id: string }
  | { kind: 'pages'; owner: string; path: string }
  | { kind: 'owner'; owner: string }

/** Any address on github.com and its sister hosts, as people write them; `undefined` for everything else. */
export function parseGitHubUrl(text: string): GitHubUrl | undefined {
  const address = readSegments(text)
  if (address === undefined) return undefined
  const { host, segments } = address
  const pages = /^([a-z0-9][a-z0-9-]*)\.github\.io$/.exec(host)?.[1]
  if (pages !== undefined) return { kind: 'pages', owner: pages, path: segments.join('/') }
  switch (host) {
    case 'github.com':
    case 'www.github.com':
    case 'ssh.github.com':
    case 'github.dev':
    case 'codeload.github.com':
      return readWebPath(segments, address)
    case 'raw.githubusercontent.com':
    case 'raw.github.com':
      return readInside(segments, 'blob', segments.slice(2), address)
    case 'media.githubusercontent.com':
      return segments[0] === 'media'
        ? readInside(segments.slice(1), 'blob', segments.slice(3), address)
        : undefined
    case 'gist.github.com':
    case 'gist.githubusercontent.com':
      return readGist(segments)
    case 'api.github.com':
      return readApiPath(segments, address)
    default:
      return undefined
  }
}

interface Tail {
  query: string
  fragment: string
}

function readWebPath(segments: string[], tail: Tail): GitHubUrl | undefined {
  const [owner, name, page, ...rest] = segments
  if (owner === 'gist') return readGist(segments.slice(1))
  if (owner === undefined || !isOwnerName(owner)) return undefined
  if (name === undefined || !isRepositoryPart(withoutGit(name))) return { kind: 'owner', owner }
  return readInside(segments, page, rest, tail)
}

/** `segments` begin with owner and name; `page` says what `rest` is. */
function readInside(
  segments: string[],
  page: string | undefined,
  rest: string[],
  { fragment }: Tail,
): GitHubUrl | undefined {
  const [owner = '', rawName = ''] = segments
  const name = withoutGit(rawName)
  if (!isOwnerName(owner) || !isRepositoryPart(name)) return undefined
  const repository = { owner, name }
  const { ref, path } = splitRef(rest)
  switch (page) {
    case undefined:
      return { kind: 'repository', ...repository }
    case 'tree':
    case 'tar.gz':
    case 'zip':
    case 'legacy.tar.gz':
    case 'legacy.zip':
      if (ref === undefined) return { kind: 'repository', ...repository }
      return path === ''
        ? { kind: 'repository', ...repository, ref }
        : { kind: 'folder', ...repository, ref, path }
    case 'blob':
    case 'blame':
    case 'raw':
    case 'edit': {
      if (ref === undefined || path === '') {
        return { kind: 'repository', ...repository, ...(ref === undefined ? {} : { ref }) }
      }
      const lines = readLines(fragment)
      return { kind: 'file', ...repository, ref, path, ...(lines === undefined ? {} : { lines }) }
    }
    case 'commit':
    case 'commits':
      return ref === undefined
        ? { kind: 'repository-page', ...repository, page }
        : {
            kind: 'commit',
            ...repository,
            ref: page === 'commit' ? ref : [ref, path].filter(Boolean).join('/'),
          }
    default:
      return { kind: 'repository-page', ...repository, page }
  }
}

function readApiPath(segments: string[], tail: Tail): GitHubUrl | undefined {
  const [what, ...rest] = segments
  const [first] = rest
  if (what === 'repositories' && first !== undefined && /^[1-9]\d{0,14}$/.test(first)) {
    return { kind: 'repository-id', id: Number(first) }
  }
  if (what === 'gists') return readGist(rest)
  if ((what === 'users' || what === 'orgs') && first !== undefined && isOwnerName(first)) {
    return { kind: 'owner', owner: first }
  }
  if (what !== 'repos') return undefined
  const [, , page, ...inside] = rest
  const ref = new URLSearchParams(tail.query).get('ref')
  if (page === 'contents' && ref !== null)
    return readInside(rest, 'blob', [...ref.split('/'), ...inside], tail)
  return readInside(rest, page === 'contents' ? 'contents' : page, inside, tail)
}

/** Gist ids are hexadecimal, old ones plain numbers. */
function readGist(segments: string[]): GitHubUrl | undefined {
  const isId = (text: string | undefined) =>
    text !== undefined && /^(?:[0-9a-f]{20,40}|\d{1,10})$/i.test(text)
  const [first, second] = segments
  if (first !== undefined && isOwnerName(first) && isId(second)) {
    return { kind: 'gist', owner: first, id: withoutGit(second!) }
  }
  return isId(withoutGit(first ?? '')) ? { kind: 'gist', owner: null, id: withoutGit(first!) } : undefined
}

function splitRef(segments: string[]): { ref: string | undefined; path: string } {
  const spelled =
    segments[0] === 'refs' && (segments[1] === 'heads' || segments[1] === 'tags') && segments.length > 2
  const length = spelled ? 3 : 1
  const ref = segments.slice(0, length).join('/')
  return { ref: ref === '' ? undefined : ref, path: segments.slice(length).join('/') }
}

/** `L10`, `L10-L20`, `L10C3-L20C7`. */
function readLines(fragment: string): [number, number] | undefined {
  const match = /^L(\d{1,9})(?:C\d+)?(?:-L?(\d{1,9})(?:C\d+)?)?$/.exec(fragment)
  if (match === null) return undefined
  const first = Number(match[1])
  const last = Number(match[2] ?? match[1])
  return first <= last ? [first, last] : [last, first]
}

function withoutGit(name: string): string {
  return name.replace(/\.git$/i, '')
}
