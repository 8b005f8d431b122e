import type { RepositoryName } from '../repository/types.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import { findLinks } from './read/find-links.ts'
import { fullName } from './same-repository.ts'
import { letterFields, takedownFields } from './typed-fields.ts'
import { accusedRepositories, isTakedown } from './accused.ts'
import type { NoticeDocument } from './types.ts'

/**
 * Repositories that stand in what a person typed, and that the notice does not name: whoever reads them in a sworn
 * notice takes them for claimed, and nobody compared and decided them. `copies`: what was found of the work, known by
 * name alone; `isOfficial`: the owner's own may be spoken of. The address of the work is judged by itself.
 */
export function judgeTypedNames(
  document: NoticeDocument,
  copies: readonly RepositoryName[],
  isOfficial: (name: RepositoryName) => boolean,
): NoticeProblem[] {
  const named = new Set(accusedRepositories(document).map((one) => fullName(one).toLowerCase()))
  return typedIn(document).flatMap(({ label, value, part }) => {
    const text = value.toLowerCase()
    const found = [
      ...findLinks(asLinks(value)).flatMap((link) => (link.kind === 'repository' ? [link] : [])),
      ...copies.filter((copy) => holdsName(text, fullName(copy).toLowerCase())),
    ].filter((one) => !isOfficial(one) && !named.has(fullName(one).toLowerCase()))
    const names = new Map(found.map((one) => [fullName(one).toLowerCase(), fullName(one)]))
    return [...names.values()].map((name) => ({
      ...errorOf(
        'names-in-text',
        `The ${label} speaks of ${name}, which the notice does not name`,
        'Leave it out of the text; what is claimed is named by its own evidence',
        name,
      ),
      ...(part === undefined ? {} : { part }),
    }))
  })
}

/** Addresses that git takes, as a browser does. */
function asLinks(text: string): string {
  return text.replace(/(?:\b(?:ssh|git):\/\/)?\bgit@github\.com[:/]/gi, 'https://github.com/')
}

function typedIn(document: NoticeDocument) {
  if (document.kind === 'retraction') return []
  const fields = isTakedown(document) ? takedownFields(document) : letterFields(document)
  return fields.filter(({ part }) => part !== 'workUrl')
}

/** Not where it is only the end or the beginning of another name. */
function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ''
    const goesOn = /^(?!\.git\b)(?:[\w-]|\.\w)/.test(text.slice(at + name.length))
    if (!/[\w.-]/.test(before) && !goesOn) return true
  }
  return false
}
