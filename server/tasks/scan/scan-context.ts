import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import type { Official } from '../../../db/queries/officials.ts'
import type { Scan } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { WorkIndex } from '../../core/match/work-index.ts'
import type { Connection } from '../connection.ts'
import type { Progress } from '../progress.ts'
import type { PublicCode } from './public-code.ts'

/** What every step of one scan works with. */
export interface ScanContext {
  db: Database
  content: ContentStore
  github: Connection
  actor: string
  clock: () => Date
  progress: Progress
  scan: Scan
  work: Work
  index: WorkIndex
  officials: readonly Official[]
  /** What official repositories publish; it grows while their steps are taken, before any repository is judged. */
  publicCode: PublicCode
}
