import { parseGitHubUrl } from './github-url.ts'

/**
 * Which of our notices took a repository down: the one that GitHub names in `block.html_url`. `undefined`: none of
 * ours, or GitHub named none. GitHub renames published notices to correct a date or a folder, so an equal file name
 * decides where the path does not.
 */
export function attributeNotice<Notice extends { publishedUrl: string | null }>(
  blockHtmlUrl: string | null,
  ourNotices: readonly Notice[],
): Notice | undefined {
  const path = noticePath(blockHtmlUrl)
  if (path === undefined) return undefined
  const published = ourNotices.map((notice) => ({ notice, path: noticePath(notice.publishedUrl) }))
  return (
    published.find((ours) => ours.path === path) ??
    published.find((ours) => ours.path !== undefined && fileName(ours.path) === fileName(path))
  )?.notice
}

/** `2026/03/2026-03-31-acme.md` of an address in github/dmca, whatever the branch; compared without case. */
function noticePath(url: string | null): string | undefined {
  const parsed = url === null ? undefined : parseGitHubUrl(url)
  if (parsed?.kind !== 'file') return undefined
  if (`${parsed.owner}/${parsed.name}`.toLowerCase() !== 'github/dmca') return undefined
  return parsed.path.toLowerCase()
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
