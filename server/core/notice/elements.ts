import type { NoticeProblem } from './problem.ts'

/** `partial`: something equivalent or incomplete is there. */
export type Element = 'present' | 'partial' | 'missing'

/** The six elements of 17 U.S.C. 512(c)(3)(A). */
export interface StatutoryElements {
  i_signature: Element
  ii_work: Element
  iii_material: Element
  iv_contact: Element
  v_goodFaith: Element
  vi_accuracyPerjury: Element
}

/** What GitHub asks for beyond the statute: its guide read, and fair use considered. */
export interface GitHubElements {
  guide: Element
  fairUse: Element
}

export interface NoticeCheck {
  statutory: StatutoryElements
  github: GitHubElements
  /**
   * A text: all six statutory elements are present. A document: also no error; an unsigned draft is complete when
   * nothing but its signature is to come.
   */
  complete: boolean
  problems: NoticeProblem[]
}
