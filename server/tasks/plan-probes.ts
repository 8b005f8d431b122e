import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Queryable } from '../../db/database.ts'
import { latestVersion, listOriginals, type Work } from '../../db/queries/works.ts'
import { knownTrees, type KnownTree } from '../core/probe/known-trees.ts'
import { lookOut, type ProbeOutlook } from '../core/probe/probe-outlook.ts'
import { requireWork } from './find-work.ts'
import { loadProbePlan } from './work-index.ts'

/** All that a scan would ask of search before anything is found. */
export interface SearchPlan extends ProbeOutlook {
  /** Root trees that a repository with exactly these files has. */
  trees: KnownTree[]
}

/** The searches that a scan would send, best first. Sends nothing. */
export async function planWorkProbes(
  app: { db: Queryable; content: ContentStore },
  slug: string,
  limit: number,
): Promise<SearchPlan> {
  return await planSearches(app, await requireWork(app.db, slug), limit)
}

export async function planSearches(
  app: { db: Queryable; content: ContentStore },
  work: Work,
  limit: number,
): Promise<SearchPlan> {
  const outlook = lookOut(work.title, await loadProbePlan(app, work), limit)
  const version = await latestVersion(app.db, work.id)
  const originals = version === undefined || limit === 0 ? [] : await listOriginals(app.db, version.id)
  return { ...outlook, trees: knownTrees(originals.map(({ path, blobId }) => ({ path, blob: blobId }))) }
}
