import type { Reading } from '../reading.ts'
import type { askForScan } from '../../tasks/scan/ask-for-scan.ts'
import type { listScans } from '../../tasks/scan/list-scans.ts'

/** What scans are asked for, followed and paused with; who acts is added for each request. */
export type Scanning = Reading &
  Omit<Parameters<typeof askForScan>[0], 'actor'> &
  Parameters<typeof listScans>[0] & { db: { readMark: () => Promise<string> } }
