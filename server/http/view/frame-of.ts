import type { Response } from 'express'
import type { Frame } from '../../render/pages/engine.ts'
import { signedInIfAny } from '../sign-in/signed-in.ts'

/** The frame of a page for whoever asked for it. */
export function frameOf(
  res: Response,
  {
    title,
    section,
    crumbs = [],
    tabs = null,
  }: Pick<Frame, 'title' | 'section'> & Partial<Pick<Frame, 'crumbs' | 'tabs'>>,
): Frame {
  const signedIn = signedInIfAny(res)
  return {
    title,
    section,
    crumbs,
    tabs,
    user:
      signedIn === null
        ? null
        : {
            name: signedIn.person.name,
            formToken: signedIn.formToken,
            may: {
              scan: signedIn.may.has('scan'),
              draft: signedIn.may.has('draft'),
              manage: signedIn.may.has('manage'),
            },
          },
  }
}
