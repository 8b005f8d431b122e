import { findJudgedBlobs } from '../../../db/queries/judgements.ts'
import { openDatabase } from '../../../db/open-database.ts'
import { findListings } from '../../../db/queries/tree-listings.ts'
import { findLatestScan, listSteps } from '../../../db/queries/scans.ts'
import type { NetworkResult } from '../../../server/tasks/scan/network-result.ts'
import { pageKey } from './asked.ts'

/** What a killed scan had asked for, in its order. */
export interface Asked {
  objects: readonly string[]
  pages: readonly string[]
}

/** Of what was asked, all whose answers are in the database of a scan that was killed: nothing of it may be asked again. */
export async function keptOf(folder: string, { objects, pages }: Asked): Promise<Set<string>> {
  const db = await openDatabase({ folder, clock: () => new Date() })
  try {
    const { workIndexes } = db.tables
    const [index] = await db.orm.select().from(workIndexes)
    const { workId, indexId } = index!
    const scan = await findLatestScan(db, workId)
    const steps = scan === undefined ? [] : await listSteps(db, scan.id, 'network')
    return new Set([
      ...(await findListings(db, workId, objects)).keys(),
      ...(await findJudgedBlobs(db, { workId, indexId }, objects)).keys(),
      ...beforeCheckpoints(
        pages,
        steps.map(({ result }) => result as NetworkResult | null),
      ),
    ])
  } finally {
    await db.close()
  }
}

/** Pages are kept in the order asked for, so all before the one that comes next are. */
function beforeCheckpoints(pages: readonly string[], results: readonly (NetworkResult | null)[]): string[] {
  const next = new Set(
    results.flatMap((result) => {
      const open = result?.checkpoint?.open[0]
      return open === undefined ? [] : [pageKey(open.nodeId, open.after)]
    }),
  )
  // Before the first page was kept there is no checkpoint.
  if (results.some((result) => result === null || result.checkpoint === null) || results.length === 0)
    return []
  const at = pages.findIndex((page) => next.has(page))
  return at < 0 ? [...pages] : pages.slice(0, at)
}
