import { definePage, type Frame, type Page } from './engine.ts'

/** What went wrong with a form that is shown again. */
export interface FormProblem {
  message: string
  fix: string
  code: string
}

export interface WorkNewPage extends Frame {
  /** The texts of the form. */
  form: {
    source: string
    title: string
    owner: string
    slug: string
    description: string
    url: string
    license: string
    leakedAt: string
    official: string
    fingerprintsOnly: boolean
  }
  problem: FormProblem | null
  /** Whether paths on this machine may be named. */
  holdsMachine: boolean
  largestUpload: number
  /** Sources that are being read already. */
  underWay: { name: string; href: string }[]
}

export const renderWorkNewPage: Page<WorkNewPage> = definePage('work-new')
