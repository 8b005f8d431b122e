import { isBlank } from './blank.ts'
import { checkAddress } from './check-material.ts'
import { checkTicks } from './check-statements.ts'
import { isRepositoryName } from './material-url.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import type {
  LetterDocument,
  NoticeReference,
  PreservationDocument,
  ReplyDocument,
  RepositoryReference,
} from './types.ts'

/** Whether a letter says what it is about, to whom, and names something. */
export function checkLetter(
  document: ReplyDocument | PreservationDocument | LetterDocument,
): NoticeProblem[] {
  switch (document.kind) {
    case 'reply':
      return [
        ...checkReference(document.about),
        ...checkNamed([...document.settled, ...document.remaining]),
        ...checkFiles(document),
      ]
    case 'preservation':
      return checkNamed(document.repositories)
    case 'letter':
      return [
        ...checkProvider(document),
        ...document.materials.flatMap(checkAddress),
        ...(document.materials.length === 0 ? [noMaterial('material')] : []),
        ...checkTicks(document.statements, ['goodFaith', 'fairUse', 'perjury']),
      ]
  }
}

function checkReference({ publishedUrl, ticket }: NoticeReference): NoticeProblem[] {
  if (publishedUrl !== null || ticket !== null) return []
  return [
    errorOf(
      'reply-without-reference',
      'Nothing says which notice the reply is about: no published address and no ticket',
      'Record the ticket: clawback notice sent ID --ticket',
    ),
  ]
}

function checkNamed(named: readonly RepositoryReference[]): NoticeProblem[] {
  if (named.length === 0) return [noMaterial('repository')]
  if (named.every(isRepositoryName)) return []
  return [errorOf('repository-name-invalid', 'A name could not be a repository on GitHub', 'Draft it again')]
}

function checkFiles({ scope, remaining }: ReplyDocument): NoticeProblem[] {
  if (remaining.every(({ files }) => files.length > 0 === (scope === 'specific-files'))) return []
  return [errorOf('scope-mixed', 'The files that are listed do not fit the scope', 'Draft the reply again')]
}

function checkProvider({ provider, materials }: LetterDocument): NoticeProblem[] {
  const elsewhere = materials.filter(({ url }) => URL.canParse(url) && new URL(url).host !== provider.host)
  return [
    ...(isBlank(provider.agent)
      ? [errorOf('provider-agent-missing', 'The letter is addressed to nobody', 'Name the designated agent')]
      : []),
    ...(elsewhere.length > 0
      ? [errorOf('material-mixed', 'Material of two providers is claimed in one letter', 'Draft it again')]
      : []),
  ]
}

function noMaterial(what: string): NoticeProblem {
  return errorOf('no-material', `The letter names no ${what}`, 'Draft it from what was reviewed')
}
