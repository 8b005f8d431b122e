/** Where in the text an address stands. */
interface Place {
  index: number
  length: number
}

/** A place on GitHub or npm that a text names. Names keep their spelling; `deeper`: more than the repository. */
export type FoundLink =
  | ({ kind: 'repository'; owner: string; name: string; deeper: boolean; url: string } & Place)
  | ({ kind: 'gist' | 'pages' | 'owner' | 'npm' | 'notice'; url: string } & Place)

/** First segments of github.com that are no accounts (https://github.com/topics, /orgs, …). */
const notAccounts = new Set(
  `about account apps blog collections contact customer-stories dashboard enterprise events explore features github-copilot
   home issues join login logout marketplace mobile new nonprofits notifications open-source organizations orgs pricing
   pulls readme search security sessions settings site sponsors stars support team terms topics trending users`.split(
    /\s+/,
  ),
)

const scheme = String.raw`(?:https?\s?:\s?\/{1,3}|(?<![\w.@/-])\/\/)?`
const host = String.raw`(?<![\w.@-])((?:www\.|gist\.|raw\.|api\.)?github\.com|raw\.githubusercontent\.com|gist\.githubusercontent\.com|(?:www\.)?npmjs\.com|[a-z0-9-]{1,39}\.github\.io)(?![\w-])(?!\.\w)`
/** Up to white space or a closing mark, and not into the next address where two are glued together. */
const path = String.raw`((?:\/(?:(?!https?:\/\/|[,;](?:www\.)?github\.com\/)[^\s<>"|，。；、（）【】“”])*)?)`
const link = new RegExp(scheme + host + path, 'giu')

/** Every GitHub address in cleaned text, in order: without scheme, glued together, or with punctuation behind it. */
export function findLinks(text: string): FoundLink[] {
  return [...text.matchAll(link)].flatMap((match) => {
    const place = { index: match.index, length: match[0].length }
    const found = classify(match[1]!.toLowerCase(), trimEnd(match[2] ?? ''), place)
    return found === undefined ? [] : [found]
  })
}

/** Punctuation that ends a sentence or closes a bracket is not part of an address; `-` and `_` may be. */
function trimEnd(path: string): string {
  return path.replace(/[.,;:!?)\]}>*'`|\\…~。，；：）]+$/u, '')
}

function classify(site: string, path: string, place: Place): FoundLink | undefined {
  const [pathname = ''] = path.split(/[?#]/)
  const segments = pathname
    .split('/')
    .slice(1)
    .filter((segment, at, all) => segment !== '' || at < all.length - 1)
  const url = `https://${site}${path}`
  if (site.startsWith('gist.')) return segments[0] ? { kind: 'gist', url, ...place } : undefined
  if (site.endsWith('.github.io')) return { kind: 'pages', url, ...place }
  if (site.endsWith('npmjs.com'))
    return /^\/(?:package|~)/.test(path) ? { kind: 'npm', url, ...place } : undefined
  if (site === 'api.github.com') {
    if (segments[0] !== 'repos') return undefined
    segments.shift()
  }
  const [owner, name, ...rest] = segments.map((segment) => segment.replace(/^[*'`(]+/, ''))
  if (owner === undefined || !isAccount(owner)) return undefined
  if (name === undefined || name === '' || !/^[\w.-]{1,100}$/.test(repositoryName(name))) {
    return name === undefined || name === '' || /^\[/.test(name)
      ? { kind: 'owner', url, ...place }
      : undefined
  }
  if (/^github$/i.test(owner) && /^dmca$/i.test(name)) return { kind: 'notice', url, ...place }
  const deeper = rest.length > 0 && !(rest[0] === 'tree' && rest.length <= 2)
  return { kind: 'repository', owner, name: repositoryName(name), deeper, url, ...place }
}

function repositoryName(segment: string): string {
  return segment.replace(/\.git$/i, '')
}

function isAccount(owner: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})$/.test(owner) && !notAccounts.has(owner.toLowerCase())
}
