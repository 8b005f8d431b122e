import { fullName } from './same-repository.ts'
import { namedRepositories } from './accused.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import type { OtherMaterial, TakedownDocument } from './types.ts'
import { isRepositoryName } from './material-url.ts'
import { findLinks } from './read/find-links.ts'

/** Whether the material is there, can be located, and fits the scope that the notice states. */
export function checkMaterial(document: TakedownDocument): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (document.repositories.length === 0 && document.otherMaterial.length === 0) {
    problems.push(
      errorOf(
        'no-material',
        'The notice names no repository in its claim',
        'Draft it from reviewed repositories',
      ),
    )
  }
  problems.push(...checkOtherMaterial(document))
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

/** An npm package or a gist stands in a notice of its own, with the scope that its files have. */
function checkOtherMaterial({ otherMaterial, repositories, scope }: TakedownDocument): NoticeProblem[] {
  const problems = otherMaterial.flatMap(checkAddress)
  if (otherMaterial.length > 0 && repositories.length > 0) {
    problems.push(
      errorOf(
        'material-mixed',
        'Repositories and other material are claimed in one notice',
        'Claim an npm package or a gist in a notice of its own',
      ),
    )
  }
  if (otherMaterial.some(({ files }) => files.length > 0 !== (scope === 'specific-files'))) {
    problems.push(
      errorOf('scope-mixed', 'The files that are listed do not fit the scope', 'Draft the notice again'),
    )
  }
  return problems
}

/** Whether material has a whole address that is no repository: a repository is named with evidence of its own. */
export function checkAddress({ url, kind }: OtherMaterial): NoticeProblem[] {
  const address = URL.canParse(url) ? new URL(url) : null
  const isPlain = address !== null && address.protocol === 'https:' && /^[!-~]+$/.test(url)
  const isRepository = findLinks(url).some((link) => link.kind === 'repository')
  const fits =
    kind === 'npm'
      ? address?.host === 'www.npmjs.com' && address.pathname.startsWith('/package/')
      : kind === 'gist'
        ? address?.host === 'gist.github.com'
        : !isOfGitHub(address?.hostname ?? '')
  if (isPlain && fits && !isRepository) return []
  return [
    errorOf(
      'material-address',
      `${url} is no address of ${kind === 'npm' ? 'an npm package' : kind === 'gist' ? 'a gist' : 'a page of another provider'}`,
      'Give the whole address; a repository is found by a scan and reviewed',
    ),
  ]
}

/** Hosts that hand out what repositories hold, under whatever name: codeload, raw, media, objects and what may come. */
function isOfGitHub(hostname: string): boolean {
  return /(?:^|\.)(?:github\.com|githubusercontent\.com)\.?$/.test(hostname)
}

/** `owner/name` of the work's own address, where that is a repository. */
function originalRepository(url: string | null): string | null {
  const link = findLinks(url ?? '')[0]
  return link?.kind === 'repository' ? fullName(link).toLowerCase() : null
}
