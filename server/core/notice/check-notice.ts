import { isBlank } from './blank.ts'
import { checkAnswers } from './check-answers.ts'
import { checkClaimant } from './check-claimant.ts'
import { checkHistory } from './check-history.ts'
import { checkMaterial } from './check-material.ts'
import { checkWithdrawal } from './check-withdrawal.ts'
import { checkSignature } from './check-signature.ts'
import { checkStatements } from './check-statements.ts'
import { checkTextFields } from './check-text-fields.ts'
import { checkWork } from './check-work.ts'
import { checkLetter } from './check-letter.ts'
import { isTakedown } from './accused.ts'
import { letterFields, retractionFields, takedownFields } from './typed-fields.ts'
import type { Element, NoticeCheck } from './elements.ts'
import type { NoticeProblem } from './problem.ts'
import type { Claimant, NoticeDocument, NoticedWork, TakedownDocument, TickedStatements } from './types.ts'

/**
 * The elements of 17 U.S.C. 512(c)(3)(A) and GitHub's own, as the document holds them, and every contradiction or
 * gap found in it. The signature of an unsigned draft is `partial`: who will sign is known. A retraction, a
 * reply and a request to preserve swear nothing: their sworn elements are `missing`, and they are complete without.
 */
export function checkNotice(document: NoticeDocument): NoticeCheck {
  const problems = [...problemsOf(document), ...checkSignature(document)]
  const elements = elementsOf(document)
  const needed = neededElements(document, elements)
  const complete =
    needed.every((element) => element === 'present') && problems.every(({ severity }) => severity !== 'error')
  return { ...elements, complete, problems }
}

function problemsOf(document: NoticeDocument): NoticeProblem[] {
  switch (document.kind) {
    case 'takedown':
    case 'revised':
      return takedownProblems(document)
    case 'retraction':
      return [
        ...checkClaimant(document.claimant),
        ...checkWithdrawal(document),
        ...checkTextFields(retractionFields(document)),
      ]
    case 'reply':
    case 'preservation':
    case 'letter':
      return [
        ...checkClaimant(document.claimant),
        ...checkWork(document.work),
        ...checkLetter(document),
        ...checkTextFields(letterFields(document)),
      ]
  }
}

function elementsOf(document: NoticeDocument): Elements {
  switch (document.kind) {
    case 'takedown':
    case 'revised':
      return takedownElements(document)
    case 'letter':
      return swornElements(document, document.statements, checkLetter(document))
    case 'retraction':
      return unswornElements(document, checkWithdrawal(document))
    case 'reply':
    case 'preservation':
      return unswornElements(document, checkLetter(document))
  }
}

type Elements = Pick<NoticeCheck, 'statutory' | 'github'>

function takedownElements(document: TakedownDocument): Elements {
  return swornElements(document, document.statements, checkMaterial(document))
}

function swornElements(
  document: NoticeDocument,
  statements: TickedStatements,
  material: readonly NoticeProblem[],
): Elements {
  return {
    statutory: {
      i_signature: signatureElement(document),
      ii_work: workElement(document.work),
      iii_material: materialElement(material),
      iv_contact: contactElement(document.claimant),
      v_goodFaith: statements.goodFaith ? 'present' : 'missing',
      vi_accuracyPerjury: statements.perjury ? 'present' : 'missing',
    },
    github: {
      guide: statements.guide ? 'present' : 'missing',
      fairUse: statements.fairUse ? 'present' : 'missing',
    },
  }
}

function materialElement(problems: readonly NoticeProblem[]): Element {
  if (problems.length === 0) return 'present'
  return problems.some(({ code }) => code === 'no-material') ? 'missing' : 'partial'
}

/** Of a document that swears nothing. */
function unswornElements(document: NoticeDocument, material: readonly NoticeProblem[]): Elements {
  return {
    statutory: {
      i_signature: signatureElement(document),
      ii_work: workElement(document.work),
      iii_material: material.length === 0 ? 'present' : 'missing',
      iv_contact: contactElement(document.claimant),
      v_goodFaith: 'missing',
      vi_accuracyPerjury: 'missing',
    },
    github: { guide: 'missing', fairUse: 'missing' },
  }
}

/** The elements that must be present: not the signature of a draft, and nothing that is sworn in what swears nothing. */
function neededElements(document: NoticeDocument, { statutory }: Elements): Element[] {
  const { i_signature, ii_work, iii_material, iv_contact, v_goodFaith, vi_accuracyPerjury } = statutory
  const isSworn = isTakedown(document) || document.kind === 'letter'
  return [
    ...(document.signature === null ? [] : [i_signature]),
    ...(isSworn ? [ii_work, v_goodFaith, vi_accuracyPerjury] : []),
    iii_material,
    iv_contact,
  ]
}

function takedownProblems(document: TakedownDocument): NoticeProblem[] {
  return [
    ...checkClaimant(document.claimant),
    ...checkWork(document.work),
    ...checkMaterial(document),
    ...checkStatements(document),
    ...checkAnswers(document),
    ...checkHistory(document),
    ...checkTextFields(takedownFields(document)),
  ]
}

function signatureElement({ signature, claimant }: NoticeDocument): Element {
  if (signature !== null && !isBlank(signature.name)) return 'present'
  return isBlank(claimant.name) ? 'missing' : 'partial'
}

function workElement(work: NoticedWork): Element {
  if (!isBlank(work.title) && !isBlank(work.description)) return 'present'
  return isBlank(work.title) && isBlank(work.description) ? 'missing' : 'partial'
}

function contactElement(claimant: Claimant): Element {
  const reachable = !isBlank(claimant.phone) || !isBlank(claimant.address)
  if (reachable && !isBlank(claimant.email)) return 'present'
  return reachable || !isBlank(claimant.email) ? 'partial' : 'missing'
}
