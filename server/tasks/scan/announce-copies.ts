import type { Transaction } from '../../../db/database.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import { hasEarlierScan, listNewCopies, type NewCopy } from '../../../db/queries/new-copies.ts'
import type { Scan } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'

const NAMED = 5

/**
 * The copies that no earlier scan found. They are an alert, once for each scan; the first scan of a work is none: whoever
 * started it reads what it says.
 */
export async function announceCopies(
  tx: Transaction,
  { work, scan, at }: { work: Pick<Work, 'slug' | 'title'>; scan: Scan; at: Date },
): Promise<NewCopy[]> {
  const copies = await listNewCopies(tx, scan)
  if (copies.length === 0 || !(await hasEarlierScan(tx, scan))) return copies
  await insertAlert(tx, {
    key: `new-copies:${scan.id}`,
    kind: 'new-copies',
    workId: scan.workId,
    text: `${work.title}: ${describeCopies(copies)}`,
    data: { work: work.slug, scan: scan.id, copies },
    raisedAt: at,
  })
  return copies
}

/** `2 new copies: a/b, c/d (weak)` */
export function describeCopies(copies: readonly NewCopy[]): string {
  const names = copies
    .slice(0, NAMED)
    .map(({ repository, strength }) => (strength === 'strong' ? repository : `${repository} (weak)`))
  const more = copies.length - names.length
  return `${copies.length} new ${copies.length === 1 ? 'copy' : 'copies'}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
