import { definePage, type Frame, type Page } from './engine.ts'
import type { SignInOffer } from './sign-in-page.ts'

/** What went wrong and what to do next, as an error says it. */
export interface ProblemPage extends Frame {
  message: string
  fix: string
  code: string
  /** What was written into the form that was refused. */
  written: readonly string[]
  /** Where nobody is signed in: the ways in. */
  signIn: SignInOffer | null
}

export const renderProblemPage: Page<ProblemPage> = definePage('problem')
