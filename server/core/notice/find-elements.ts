import type { Element, GitHubElements, StatutoryElements } from './elements.ts'
import { findLinks } from './read/find-links.ts'
import { answerTo } from './read/read-notice-text.ts'
import type { NoticeText } from './read/read-notice-text.ts'
import { findStatements } from './read/statements.ts'
import { findWork } from './find-work.ts'
import { findContact, findSignature } from './read/find-closing.ts'

/**
 * The elements of 17 U.S.C. 512(c)(3)(A) in any notice's text. `[private]` where a signature or a contact stands is
 * GitHub's redaction, and counts.
 */
export function findStatutoryElements(notice: NoticeText): StatutoryElements {
  return {
    i_signature: findSignature(notice),
    ii_work: findWork(notice),
    iii_material: findMaterial(notice),
    iv_contact: findContact(notice),
    v_goodFaith: findGoodFaith(notice.submitted),
    vi_accuracyPerjury: findAccuracyPerjury(notice.submitted),
  }
}

export function findGitHubElements(notice: NoticeText): GitHubElements {
  const statements = findStatements(notice.submitted)
  const confirmed = answerTo(notice, 'confirmGuide')
  const guide = statements.guide || (confirmed !== undefined && confirmed !== '' && !/^no\b/i.test(confirmed))
  return { guide: guide ? 'present' : 'missing', fairUse: statements.fairUse ? 'present' : 'missing' }
}

/** (v): a belief, in good faith, that the use is not authorized. Without the belief it is only a claim. */
function findGoodFaith(submitted: string): Element {
  if (findStatements(submitted).goodFaith) return 'present'
  const flat = submitted.replace(/\s+/g, ' ')
  return /good[\s-]*faith/i.test(flat) || /not (?:been )?authori[sz]ed by [^.]{0,120}\blaw\b/i.test(flat)
    ? 'partial'
    : 'missing'
}

/** (vi): accuracy, and under penalty of perjury the authority to act. All three make it whole. */
function findAccuracyPerjury(submitted: string): Element {
  const flat = submitted.replace(/\s+/g, ' ')
  const perjury = /p[eu]r?juri?y/i.test(flat)
  const accuracy =
    /\baccura(?:te|cy)\b|(?:information|statements?|foregoing)[^.]{0,60}\b(?:is|are) (?:true|correct)/i.test(
      flat,
    )
  const authority =
    /\bauthority to act\b|authori[sz]ed (?:\S+ ){0,4}(?:to act|representative|agent|on behalf)|\b(?:am|are) (?:also )?(?:the|an?|sole)[^.]{0,40}\bowner/i.test(
      flat,
    )
  if (perjury && accuracy && authority) return 'present'
  return perjury || /information[^.]{0,60}\baccurate\b/i.test(flat) ? 'partial' : 'missing'
}

/** (iii): material that can be located: an address of it, or the place where GitHub removed one. */
function findMaterial(notice: NoticeText): Element {
  const claim = answerTo(notice, 'repositories', 'files', 'counterFiles', 'forks') ?? ''
  if (claim.includes('[private]') || hasLocation(claim) || hasLocation(notice.submitted)) return 'present'
  if (isForAnotherProvider(notice.submitted)) return 'present'
  return notice.submitted.trim() === '' ? 'missing' : 'partial'
}

/** A letter that is not about GitHub at all locates its material by any whole address. */
function isForAnotherProvider(text: string): boolean {
  return !/github/i.test(text) && /https?:\/\/[^\s/]+\.[^\s/]+\/\S/i.test(text)
}

function hasLocation(text: string): boolean {
  return (
    findLinks(text).some(({ kind }) => kind !== 'notice') ||
    /\[invalid\]|(?:infring|url|link|repositor)[^\n]{0,80}:?\s*\[private\]/i.test(text)
  )
}
