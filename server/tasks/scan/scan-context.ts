import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import type { Official } from '../../../db/queries/officials.ts'
import type { Scan } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { WorkIndex } from '../../core/match/work-index.ts'
import type { Comparers } from '../../threads/open-comparers.ts'
import type { Connection } from '../connection.ts'
import type { Progress } from '../progress.ts'
import type { BlobShelf } from './judge-blobs.ts'
import type { LookUp } from './look-up.ts'
import type { PublicCode } from './public-code.ts'
import type { TreeShelf } from './tree-shelf.ts'

/** What every step of one scan works with. */
export interface ScanContext {
  db: Database
  content: ContentStore
  github: Connection
  actor: string
  clock: () => Date
  progress: Progress
  scan: Scan
  /** Given when somebody pauses the scan. */
  paused: AbortSignal
  work: Work
  index: WorkIndex
  comparers: Comparers
  officials: readonly Official[]
  /** What official repositories publish; it grows while their steps are taken, before any repository is judged. */
  publicCode: PublicCode
  /** What lies in folders that were listed, by any scan of the work. */
  trees: TreeShelf
  blobs: BlobShelf
  lookUp: LookUp
}
