import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { SelectField } from './select-field.ts'

export interface ScanStepsPage extends Frame {
  id: number
  action: string
  fields: SelectField[]
  steps: {
    kind: string
    key: string
    status: Badge
    reason: string | null
    retryAt: string | null
  }[]
  first: string | null
  next: string | null
}

export const renderScanStepsPage: Page<ScanStepsPage> = definePage('scan-steps')
