import { findBareNames } from './bare-names.ts'
import { findClaimedLinks, findWithdrawnLinks } from './claimed-links.ts'
import { findLinks } from './find-links.ts'
import type { FoundLink } from './find-links.ts'
import { answerTo } from './read-notice-text.ts'
import type { NoticeText } from './read-notice-text.ts'
import type { NoticeFileName } from './read-file-name.ts'
import type { QuestionId } from './questions.ts'

/** The addresses that a notice is about, in its order. */
export interface Claims {
  /** Everything that is claimed, disputed or given back, the forks included. */
  links: FoundLink[]
  /** What the fork question lists. */
  forks: FoundLink[]
  /** What a retraction leaves disabled. */
  kept: FoundLink[]
  /** What the question about files and repositories lists: it decides the scope. */
  listed: FoundLink[]
}

const claimQuestions: QuestionId[] = ['scope', 'repositories', 'files']

export function readClaims(notice: NoticeText, kind: NoticeFileName['kind']): Claims {
  switch (kind) {
    case 'takedown':
      return readTakedown(notice)
    case 'counter':
      return readCounterNotice(notice)
    case 'retraction': {
      const { withdrawn, kept } = findWithdrawnLinks(notice.submitted)
      return { links: withdrawn, forks: [], kept, listed: [] }
    }
    case 'other':
      return { links: [], forks: [], kept: [], listed: [] }
  }
}

function readTakedown(notice: NoticeText): Claims {
  if (!notice.isForm) {
    const links = findClaimedLinks(notice.submitted)
    return { links, forks: [], kept: [], listed: links }
  }
  const listed = linksOf(answerTo(notice, ...claimQuestions) ?? '')
  const forks = linksOf(answerTo(notice, 'forks') ?? '')
  const named = [...listed, ...forks]
  if (named.some(({ kind }) => kind === 'repository')) return { links: named, forks, kept: [], listed }
  // Only where claim and forks name nothing do other answers count, the address of the original never.
  const asked = new Set<QuestionId>([...claimQuestions, 'forks', 'workUrl'])
  const others = [
    notice.preamble,
    ...notice.answers.filter(({ id }) => !asked.has(id)).map(({ answer }) => answer),
  ]
  return { links: [...named, ...findClaimedLinks(others.join('\n\n'))], forks, kept: [], listed }
}

function readCounterNotice(notice: NoticeText): Claims {
  const answer = answerTo(notice, 'counterFiles', 'files')
  const listed = answer === undefined ? [] : linksOf(answer)
  const links = listed.some(({ kind }) => kind === 'repository') ? listed : findClaimedLinks(notice.submitted)
  return { links, forks: [], kept: [], listed: answer === undefined ? links : listed }
}

/** An answer that lists: every address in it, but what it calls the writer's own. */
function linksOf(answer: string): FoundLink[] {
  const claimed = findClaimedLinks(answer)
  const links = claimed.some(({ kind }) => kind === 'repository') ? claimed : findLinks(answer)
  return links.some(({ kind }) => kind === 'repository') ? links : [...links, ...findBareNames(answer)]
}
