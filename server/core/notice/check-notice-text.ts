import type { NoticeCheck } from './elements.ts'
import { findGitHubElements, findStatutoryElements } from './find-elements.ts'
import { lintNoticeText } from './lint-notice-text.ts'
import { readNoticeText } from './read/read-notice-text.ts'

/**
 * The elements and problems of any notice's text: GitHub's form of any year, with or without bold type, and letters.
 */
export function checkNoticeText(text: string): NoticeCheck {
  const notice = readNoticeText(text)
  const statutory = findStatutoryElements(notice)
  const github = findGitHubElements(notice)
  return {
    statutory,
    github,
    complete: Object.values(statutory).every((element) => element === 'present'),
    problems: lintNoticeText(notice, statutory, github),
  }
}
