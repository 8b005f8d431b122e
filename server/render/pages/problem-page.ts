import { definePage, type Frame, type Page } from './engine.ts'

/** What went wrong and what to do next, as an error says it. */
export interface ProblemPage extends Frame {
  message: string
  fix: string
  code: string
  /** Offers to have a new sign-in link printed where the server runs. */
  newLink: boolean
}

export const renderProblemPage: Page<ProblemPage> = definePage('problem')
