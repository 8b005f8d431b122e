import type { PublishedNotice } from '../notices/render-published.ts'
import type { Badge } from './badge.ts'
import type { ReachRow } from './drafted-page.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { NoticeTab } from './notice-tabs.ts'

/** What is wrong, and how to mend it: red keeps the draft from being signed. */
export interface ShownProblem {
  code: string
  tone: 'red' | 'amber'
  message: string
  fix: string
}

interface Field {
  problems: ShownProblem[]
  /** These are a person's words, not Clawback's. */
  own: boolean
  /** A problem of it keeps the draft from being signed. */
  invalid: boolean
}

type Typed = (Field & { value: string; proposed: string }) | null

export interface DraftWordsPage extends Frame {
  noticePages: NoticeTab[]
  notice: { id: string; status: Badge; kind: string; scope: string; named: number }
  action: string
  /** Hash of the draft that stands: what is kept must have been written over it. */
  seen: string
  /** What stands in the fields differs from what is kept. */
  unkept: boolean
  /** Null: the kind of notice has no place for it. */
  fields: {
    description: Typed
    workUrl: Typed
    authority: Typed
    infringerContact: Typed
    reason: Typed
    solution: (Field & { kind: string; change: string }) | null
    measures: (Field & { claimed: boolean; which: string; circumvention: string }) | null
    openSource: (Field & { licensed: boolean; license: string; violation: string; changes: string }) | null
    statements: (Field & { rows: { id: string; wording: string; ticked: boolean }[] }) | null
  }
  elements: { name: string; basis: string; state: Badge }[]
  complete: boolean
  /** Problems that no words mend. */
  above: ShownProblem[]
  reach: ReachRow[]
  published: PublishedNotice | null
}

export const renderDraftWordsPage: Page<DraftWordsPage> = definePage('draft-words')
