import { fullName } from './same-repository.ts'
import { isRepositoryName } from './material-url.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import type { RepositoryReference, RetractionDocument } from './types.ts'

/** Whether a retraction says which notice it is about, what it gives back, and what stays disabled. */
export function checkWithdrawal({ about, withdraws }: RetractionDocument): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (about.publishedUrl === null && about.ticket === null) {
    problems.push(
      errorOf(
        'retraction-without-reference',
        'Nothing says which notice is retracted: no published address and no ticket',
        'Record where the notice was published, or the ticket of its confirmation',
      ),
    )
  }
  const given = withdraws.mode === 'all-except' ? [] : withdraws.repositories
  const kept = withdraws.mode === 'whole' ? [] : withdraws.stayDisabled
  if ((withdraws.mode === 'all-except' ? kept : given).length === 0) {
    problems.push(
      errorOf(
        'no-material',
        'The retraction names no repository',
        'Name what is withdrawn, or what stays disabled',
      ),
    )
  }
  if (![...given, ...kept].every(isRepositoryName)) {
    problems.push(
      errorOf('repository-name-invalid', 'A name could not be a repository on GitHub', 'Draft it again'),
    )
  }
  return [...problems, ...contradictions(given, kept)]
}

function contradictions(
  given: readonly RepositoryReference[],
  kept: readonly RepositoryReference[],
): NoticeProblem[] {
  const keptNames = new Set(kept.map((repository) => fullName(repository).toLowerCase()))
  return given
    .map(fullName)
    .filter((name) => keptNames.has(name.toLowerCase()))
    .map((name) =>
      errorOf('retraction-contradiction', `${name} is both given back and kept disabled`, 'Choose one', name),
    )
}
