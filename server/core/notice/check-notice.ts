import { isBlank } from './blank.ts'
import { checkAnswers } from './check-answers.ts'
import { checkClaimant } from './check-claimant.ts'
import { checkMaterial } from './check-material.ts'
import { checkWithdrawal } from './check-withdrawal.ts'
import { checkSignature } from './check-signature.ts'
import { checkStatements } from './check-statements.ts'
import { checkTextFields } from './check-text-fields.ts'
import { checkWork } from './check-work.ts'
import { retractionFields, takedownFields } from './typed-fields.ts'
import type { Element, NoticeCheck } from './elements.ts'
import type {
  Claimant,
  NoticeDocument,
  NoticedWork,
  NoticeProblem,
  RetractionDocument,
  TakedownDocument,
} from './types.ts'

/**
 * The elements of 17 U.S.C. 512(c)(3)(A) and GitHub's own, as the document holds them, and every contradiction or
 * gap found in it. The signature of an unsigned draft is `partial`: who will sign is known. A retraction swears
 * nothing: its sworn elements are `missing`, and it is complete without them.
 */
export function checkNotice(document: NoticeDocument): NoticeCheck {
  const problems = document.kind === 'retraction' ? retractionProblems(document) : takedownProblems(document)
  const elements = document.kind === 'retraction' ? retractionElements(document) : takedownElements(document)
  const needed = neededElements(document, elements)
  const complete =
    needed.every((element) => element === 'present') && problems.every(({ severity }) => severity !== 'error')
  return { ...elements, complete, problems }
}

type Elements = Pick<NoticeCheck, 'statutory' | 'github'>

function takedownElements(document: TakedownDocument): Elements {
  const { statements, repositories } = document
  return {
    statutory: {
      i_signature: signatureElement(document),
      ii_work: workElement(document.work),
      iii_material:
        repositories.length === 0 ? 'missing' : checkMaterial(document).length === 0 ? 'present' : 'partial',
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

function retractionElements(document: RetractionDocument): Elements {
  return {
    statutory: {
      i_signature: signatureElement(document),
      ii_work: workElement(document.work),
      iii_material: checkWithdrawal(document).length === 0 ? 'present' : 'missing',
      iv_contact: contactElement(document.claimant),
      v_goodFaith: 'missing',
      vi_accuracyPerjury: 'missing',
    },
    github: { guide: 'missing', fairUse: 'missing' },
  }
}

/** The elements that must be present: not the signature of a draft, and in a retraction nothing that is sworn. */
function neededElements(document: NoticeDocument, { statutory }: Elements): Element[] {
  const { i_signature, ii_work, iii_material, iv_contact, v_goodFaith, vi_accuracyPerjury } = statutory
  return [
    ...(document.signature === null ? [] : [i_signature]),
    ...(document.kind === 'retraction' ? [] : [ii_work, v_goodFaith, vi_accuracyPerjury]),
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
    ...checkTextFields(takedownFields(document)),
    ...checkSignature(document),
  ]
}

function retractionProblems(document: RetractionDocument): NoticeProblem[] {
  return [
    ...checkClaimant(document.claimant),
    ...checkWithdrawal(document),
    ...checkTextFields(retractionFields(document)),
    ...checkSignature(document),
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
