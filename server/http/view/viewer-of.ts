import type { Response } from 'express'
import type { Viewer } from '../../tasks/views/saved-views.ts'
import { signedInOf } from '../sign-in/signed-in.ts'

/** Whose saved views a request is about. */
export function viewerOf(res: Response): Viewer {
  const { person, may } = signedInOf(res)
  return { userId: person.userId, name: person.name, may }
}
