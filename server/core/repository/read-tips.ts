import { parseGitHubUrl, type GitHubUrl } from './github-url.ts'
import { readRepositoryName } from './repository-name.ts'

/** What a text of people names on GitHub; each once, in the order named. */
export interface Tips {
  /** `OWNER/NAME`, or a repository's numeric id. */
  repositories: string[]
  gists: string[]
  /** Commits by their whole id: they are searched for everywhere, whatever became of the repository named. */
  commits: string[]
  owners: string[]
  /** Lines that seem to name something, and name nothing on GitHub that can be looked at. */
  unusable: string[]
  /** Lines of other text. */
  proseLines: number
}

/**
 * Reads tips: lists of addresses, bug reports, whole e-mails. Addresses may have any form that leads to GitHub, stand
 * in Markdown or HTML, be glued together, or be wrapped by a mail program.
 */
export function readTips(text: string): Tips {
  const found = { repositories: new Map<string, string>(), gists: new Set<string>() }
  const commits = new Set<string>()
  const owners = new Map<string, string>()
  const unusable: string[] = []
  let proseLines = 0
  for (const line of unwrapped(text)
    .split(/\r?\n/)
    .map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const urls = readLine(line)
    let used = false
    for (const url of urls) used = enter(url) || used
    if (used) continue
    if (looksLikeAddress(line)) unusable.push(line.slice(0, longestShown))
    else proseLines++
  }
  return {
    repositories: [...found.repositories.values()],
    gists: [...found.gists],
    commits: [...commits],
    owners: [...owners.values()],
    unusable,
    proseLines,
  }

  function enter(url: GitHubUrl): boolean {
    if (url.kind === 'gist') found.gists.add(url.id.toLowerCase())
    else if (url.kind === 'repository-id') found.repositories.set(String(url.id), String(url.id))
    else if (url.kind === 'owner') owners.set(url.owner.toLowerCase(), url.owner)
    else if (url.kind === 'pages') return false
    else {
      const name = `${url.owner}/${url.name}`
      // The archive of notices is where tips come from, not where copies are.
      if (/^github\/dmca$/i.test(name)) return false
      if (!found.repositories.has(name.toLowerCase())) found.repositories.set(name.toLowerCase(), name)
      if ('ref' in url && /^[0-9a-f]{40}$/i.test(url.ref ?? '')) commits.add((url.ref ?? '').toLowerCase())
    }
    return true
  }
}

const longestShown = 200
/** A line of a bundle or an attachment names nothing that a person meant. */
const longestLine = 20_000

function readLine(line: string): GitHubUrl[] {
  if (line.length > longestLine) return []
  const name = readRepositoryName(line)
  if (name !== undefined && !/\s/.test(line) && !line.includes(':') && line.split('/').length === 2)
    return [{ kind: 'repository', ...name }]
  const parts = line.split(/[\s<>"'|，。；、（）【】“”]+|(?=https?:\/\/)/).flatMap(unwrappedAddress)
  const apart = parts.flatMap((part) => parseGitHubUrl(part) ?? [])
  if (apart.length > 0) return apart
  // Only as a whole can an address with a blank in it be read.
  const whole = parseGitHubUrl(line)
  return whole === undefined ? [] : [whole]
}

/** Mail services put an address into one of their own. */
function unwrappedAddress(part: string): string[] {
  if (!/%3A%2F%2F/i.test(part)) return [part]
  return [...part.matchAll(/https?%3A%2F%2F[^&]*/gi)].map(([wrapped]) => decode(wrapped))
}

/** Mail programs break lines after a `=`, and write other characters as `=3D`. */
function unwrapped(text: string): string {
  if (!/^content-transfer-encoding:\s*quoted-printable/im.test(text)) return text
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** One word, an address, or a mention of GitHub: somebody meant something by it. */
function looksLikeAddress(line: string): boolean {
  return !/\s/.test(line) || /:\/\/|github/i.test(line)
}
