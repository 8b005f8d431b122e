import { definePage, type Frame, type Page } from './engine.ts'

export interface LogPage extends Frame {
  chain:
    | { ok: true; events: number; head: { seq: number; hash: string } }
    | { ok: false; seq: number; reason: string }
  /** When all of it was read last; what was added since is read for each page. */
  checkedAt: string
  events: {
    seq: number
    at: string
    actor: string
    kind: string
    subject: string
    details: { name: string; value: string }[]
    hash: string
  }[]
  newest: string | null
  older: string | null
}

export const renderLogPage: Page<LogPage> = definePage('log')
