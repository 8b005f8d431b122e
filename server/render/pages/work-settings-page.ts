import { definePage, type Frame, type Page } from './engine.ts'
import type { FormProblem } from './work-new-page.ts'

export interface WorkSettingsPage extends Frame {
  slug: string
  work: {
    title: string
    owner: string
    fingerprintsOnly: boolean
    versions: { number: number; source: string; addedAt: string; claimed: number; total: number }[]
    baselines: { source: string; reason: string; addedAt: string; files: number }[]
    official: string[]
  }
  /** What stands in the form; contact details only for those who draft. */
  claimant: {
    name: string
    role: string
    organization: string
    authority: string
    email: string
    phone: string
    address: string
  }
  claimantIsSet: boolean
  /** Which form was refused, and why. */
  problem: (FormProblem & { part: string }) | null
  /** Where each form goes; null for who may not. */
  acts: {
    versions: string | null
    baselines: string | null
    official: string | null
    officialRemoval: string | null
    claimant: string | null
    removal: string | null
  }
  holdsMachine: boolean
  largestUpload: number
  /** What a form that was refused held. */
  given: { source: string; reason: string; official: string; typed: string }
}

export const renderWorkSettingsPage: Page<WorkSettingsPage> = definePage('work-settings')
