import { definePage, type Frame, type Page } from './engine.ts'
import type { FormProblem } from './work-new-page.ts'

export interface IntakePage extends Frame {
  intake: {
    name: string
    source: string
    by: string
    startedAt: string
    /** Null: it has ended. */
    running: { text: string; done: number | null; total: number | null } | null
    /** Where the same is read as a document. */
    document: string
    /** Null where it cannot be stopped any more, or not by who looks. */
    stop: string | null
  }
  stopped: boolean
  problem: FormProblem | null
  work: {
    title: string
    version: number
    total: number
    claimed: number
    excluded: { reason: string; count: number; href: string; why: string }[]
    skipped: { path: string; reason: string }[]
    skippedMore: number
    /** Known as written only. */
    notRewritten: { path: string; reason: string }[]
    notRewrittenMore: number
    /** For comparing. */
    ready: boolean
    href: string
    settings: string
    originals: string
    probes: string
  } | null
  baseline: { work: string; files: number; excluded: number; skippedCount: number; href: string } | null
  again: string
}

export const renderIntakePage: Page<IntakePage> = definePage('intake')
