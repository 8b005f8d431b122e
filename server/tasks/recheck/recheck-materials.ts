import type { Database } from '../../../db/database.ts'
import type { Connection } from '../connection.ts'
import { keepMaterial, type MaterialChange } from './keep-material.ts'
import { lookAtGist } from './look-at-gist.ts'
import type { WatchedMaterial } from './select-materials.ts'

export interface MaterialReport {
  checked: number
  changes: MaterialChange[]
  couldNotTell: { url: string; reason: string }[]
}

/** Asks GitHub about each gist, one by one: no other question shows them. */
export async function recheckMaterials(
  app: { db: Database; actor: string; clock: () => Date },
  github: Pick<Connection, 'readGist'>,
  watched: readonly WatchedMaterial[],
  signal?: AbortSignal,
): Promise<MaterialReport> {
  const report: MaterialReport = { checked: 0, changes: [], couldNotTell: [] }
  for (const one of watched) {
    if (signal?.aborted === true) break
    const { availability, block, remaining, reason } = await lookAtGist(github, one.row)
    if (availability === 'unknown') {
      report.couldNotTell.push({ url: one.row.url, reason: reason ?? 'no answer' })
      continue
    }
    report.checked++
    const change = await keepMaterial(app, one, {
      availability,
      at: app.clock(),
      noticeUrl: block?.htmlUrl ?? null,
      blockedAt: block?.createdAt ?? null,
      remaining,
    })
    if (change !== null) report.changes.push(change)
  }
  return report
}
