import type { FoundLink } from './find-links.ts'
import type { NoticeFileName } from './read-file-name.ts'
import { answerTo } from './read-notice-text.ts'
import type { NoticeText } from './read-notice-text.ts'

const negated = String.raw`(?<!\b(?:not|unless|isn't|aren't) (?:\S+ ){0,2})\b`
const repository = String.raw`(?:repo(?:sitor(?:y|ies))?s?|projects?)\b(?! url)`

/** `the entire repository`, `whole repositories`, `the entire SkySkipped repository`. */
const wholeRepository = new RegExp(`${negated}(?:entire|whole|complete)(?: \\S+)? ${repository}`, 'i')

/** In an answer about files also `all repository content`, `all the documents under the repository`. */
const allOfRepository = new RegExp(`${negated}all(?: \\S+){0,4} ${repository}`, 'i')
const allContent = new RegExp(`${negated}all(?: \\S+){0,3} (?:content|files)\\b`, 'i')

/**
 * Whether the entire repository is claimed: the form's choice since 2025; before, what the answer about files says,
 * or else the kind of its addresses; in a letter only explicit words or nothing but files. Null where it is mixed.
 */
export function readScope(
  notice: NoticeText,
  kind: NoticeFileName['kind'],
  listed: readonly FoundLink[],
): boolean | null {
  if (kind !== 'takedown' && kind !== 'counter') return null
  const choice = answerTo(notice, 'scope')
  if (choice !== undefined) {
    if (/entire repository/i.test(choice)) return true
    return /specific files/i.test(choice) ? false : null
  }
  // Only words say it; a path may hold any.
  const answer = answerTo(notice, 'files', 'counterFiles')?.replace(/https?:\S+/gi, ' ')
  const depths = new Set(listed.filter((link) => link.kind === 'repository').map((link) => link.deeper))
  const onlyDeeper = depths.size === 1 && depths.has(true)
  if (answer !== undefined && notice.isForm) {
    if (wholeRepository.test(answer) || allOfRepository.test(answer)) return true
    // Below nothing but files, `all font files` are those files.
    if (!onlyDeeper && allContent.test(answer)) return true
    return depths.size === 1 ? depths.has(false) : null
  }
  if (wholeRepository.test(notice.submitted.replace(/\s+/g, ' '))) return true
  return onlyDeeper ? false : null
}
