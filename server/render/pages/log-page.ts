import { definePage, type Frame, type Page } from './engine.ts'
import type { SelectField } from './select-field.ts'

export interface LogPage extends Frame {
  chain:
    | { ok: true; events: number; head: { seq: number; hash: string } }
    | { ok: false; seq: number; reason: string }
  /** When all of it was read last; what was added since is read for each page. */
  checkedAt: string
  /** The log looks for what its filter says. */
  action: string
  exportHref: string
  fields: SelectField[]
  notice: string
  repository: string
  from: string
  to: string
  filtered: boolean
  events: {
    seq: number
    at: string
    actor: string
    kind: string
    href: string
    subject: string
    subjectHref: string | null
    details: { name: string; value: string }[]
    hash: string
  }[]
  newest: string | null
  older: string | null
}

export const renderLogPage: Page<LogPage> = definePage('log')
