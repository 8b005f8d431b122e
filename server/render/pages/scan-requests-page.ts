import { definePage, type Frame, type Page } from './engine.ts'
import type { SelectField } from './select-field.ts'

export interface ScanRequestsPage extends Frame {
  id: number
  action: string
  fields: SelectField[]
  lines: {
    /** To the second: many fall into one minute. */
    at: string
    bucket: string
    method: string
    path: string
    purpose: string
    status: number | null
    notModified: boolean
    cost: number
  }[]
  newest: string | null
  older: string | null
}

export const renderScanRequestsPage: Page<ScanRequestsPage> = definePage('scan-requests')
