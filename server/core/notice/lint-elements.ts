import type { GitHubElements, StatutoryElements } from './elements.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'

const elementNames = {
  i_signature: ['a signature', 'Sign it with the full name of the person who complains'],
  ii_work: ['the copyrighted work', 'Name and describe the work so that a stranger recognises it'],
  iii_material: ['the infringing material', 'Give the address of each repository or file'],
  iv_contact: [
    'how to reach the complaining party',
    'Give an e-mail address and a telephone number or address',
  ],
  v_goodFaith: ['the good faith belief that the use is not authorized', "State it in the form's words"],
  vi_accuracyPerjury: [
    'accuracy, and authority under penalty of perjury',
    "State all three in the form's words: accurate, authorized, under penalty of perjury",
  ],
} as const

/** What is missing of the statute's six elements (errors) and GitHub's two (warnings). */
export function lintElements(statutory: StatutoryElements, github: GitHubElements): NoticeProblem[] {
  const problems = Object.entries(elementNames).flatMap(([key, [name, fix]]) => {
    const state = statutory[key as keyof StatutoryElements]
    if (state === 'present') return []
    const found = state === 'missing' ? 'is missing' : 'is there in part'
    return [errorOf(`element-${key}`, `17 U.S.C. 512(c)(3)(A): ${name} ${found}`, fix)]
  })
  if (github.guide !== 'present') {
    problems.push(
      warningOf(
        'guide-missing',
        "It does not say that GitHub's guide was read",
        'Read it, and say so: GitHub asks for it',
      ),
    )
  }
  if (github.fairUse !== 'present') {
    problems.push(
      warningOf(
        'fair-use-missing',
        'It does not say that fair use was considered',
        'Consider it, record how, and say so',
      ),
    )
  }
  return problems
}
