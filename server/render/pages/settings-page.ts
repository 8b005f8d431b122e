import { definePage, type Frame, type Page } from './engine.ts'

/** A line with how it stands, told by a word and a colour. */
export interface StatedRow {
  name: string
  state: string
  tone: 'green' | 'red' | 'amber' | 'plain'
  detail: string
}

export interface SettingsPage extends Frame {
  installation: {
    version: string
    node: string
    dataFolder: string
    database: 'SQLite' | 'PostgreSQL'
    databaseBytes: number | null
    freeBytes: number | null
  }
  settings: {
    name: string
    meaning: string
    shown: string | null
    origin: 'environment' | '.env' | 'default' | 'not set'
  }[]
  /** Null: nobody asked yet. */
  checks: { rows: StatedRow[]; ok: boolean } | null
  /** Null: nobody asked yet. */
  tested: StatedRow[] | null
  budgets: {
    bucket: string
    spent: number
    left: { remaining: number; limit: number; resetAt: string } | null
  }[]
  credentials: string
  schedules: { work: string; href: string; pattern: string; next: string; setBy: string }[]
}

export const renderSettingsPage: Page<SettingsPage> = definePage('settings')
