import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import { findLinks } from './read/find-links.ts'
import { answerTo } from './read/read-notice-text.ts'
import type { NoticeText } from './read/read-notice-text.ts'
import { fullName } from './same-repository.ts'

/** A scope that its addresses contradict. */
export function lintScope(notice: NoticeText): NoticeProblem[] {
  const scope = answerTo(notice, 'scope') ?? ''
  const links = findLinks(answerTo(notice, 'repositories', 'files', 'forks') ?? '')
  const repositories = links.filter((link) => link.kind === 'repository')
  if (/entire repository/i.test(scope) && repositories.some(({ deeper }) => deeper)) {
    return [
      errorOf(
        'scope-contradiction',
        'The entire repository is claimed, and addresses of single files are given',
        'Give addresses of repositories, or claim specific files',
      ),
    ]
  }
  if (/specific files/i.test(scope) && repositories.some(({ deeper }) => !deeper)) {
    return [
      errorOf(
        'scope-contradiction',
        'Specific files are claimed, and the address of a whole repository is given',
        'Give addresses of files, or claim the entire repository',
      ),
    ]
  }
  return []
}

/** Repositories that are claimed and also given as the original, or listed as forks of themselves. */
export function lintMaterial(notice: NoticeText): NoticeProblem[] {
  const claimed = namesIn(answerTo(notice, 'repositories', 'files', 'scope'))
  const forks = namesIn(answerTo(notice, 'forks'))
  const original = namesIn(answerTo(notice, 'workUrl'))
  return [
    ...[...new Set([...claimed, ...forks])]
      .filter((name) => original.has(name))
      .map((name) =>
        errorOf(
          'claims-original',
          `${name} is claimed, and given as the address of the original`,
          'Give the address of the original there, or none',
          name,
        ),
      ),
    ...[...forks]
      .filter((name) => claimed.has(name))
      .map((name) =>
        warningOf(
          'fork-is-claimed',
          `${name} is claimed, and listed as a fork as well`,
          'Name it once',
          name,
        ),
      ),
  ]
}

function namesIn(answer: string | undefined): Set<string> {
  const links = findLinks(answer ?? '')
  return new Set(links.flatMap((link) => (link.kind === 'repository' ? [fullName(link).toLowerCase()] : [])))
}
