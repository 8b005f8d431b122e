import { fullName } from './same-repository.ts'
import { namedRepositories } from './types.ts'
import type { NoticeProblem, TakedownDocument } from './types.ts'
import { isRepositoryName } from './material-url.ts'
import { findLinks } from './read/find-links.ts'
import { errorOf } from './problem.ts'

/** Whether the material is there, can be located, and fits the scope that the notice states. */
export function checkMaterial(document: TakedownDocument): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (document.repositories.length === 0) {
    problems.push(
      errorOf(
        'no-material',
        'The notice names no repository in its claim',
        'Draft it from reviewed repositories',
      ),
    )
  }
  const original = originalRepository(document.work.url)
  const seen = new Set<string>()
  for (const repository of namedRepositories(document)) {
    const name = fullName(repository)
    if (!isRepositoryName(repository)) {
      problems.push(
        errorOf('repository-name-invalid', 'A name could not be a repository on GitHub', 'Draft it again'),
      )
      continue
    }
    if (seen.has(name.toLowerCase())) {
      problems.push(errorOf('repository-twice', `${name} is named twice`, 'Draft the notice again', name))
    }
    seen.add(name.toLowerCase())
    if (name.toLowerCase() === original) {
      problems.push(
        errorOf(
          'claims-original',
          `${name} is claimed, and given as the address of the original`,
          'Leave it out, or correct the address of the work',
          name,
        ),
      )
    }
    if (document.scope === 'specific-files' && repository.files.length === 0) {
      problems.push(
        errorOf(
          'files-missing',
          `Specific files are claimed, and none of ${name} is listed`,
          'List the files, or claim the entire repository in a notice of its own',
          name,
        ),
      )
    }
    if (document.scope === 'entire-repository' && repository.files.length > 0) {
      problems.push(
        errorOf(
          'scope-mixed',
          `The entire repository is claimed, and files of ${name} are listed`,
          'Claim specific files in a notice of their own',
          name,
        ),
      )
    }
  }
  return problems
}

/** `owner/name` of the work's own address, where that is a repository. */
function originalRepository(url: string | null): string | null {
  const link = findLinks(url ?? '')[0]
  return link?.kind === 'repository' ? fullName(link).toLowerCase() : null
}
