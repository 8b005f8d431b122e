import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Queryable } from '../../db/database.ts'
import type { ProbePlan } from '../core/probe/plan-probes.ts'
import { requireWork } from './find-work.ts'
import { loadProbePlan } from './work-index.ts'

/** The queries that a scan would send, best first. Sends nothing. */
export async function planWorkProbes(
  app: { db: Queryable; content: ContentStore },
  slug: string,
  limit: number,
): Promise<ProbePlan> {
  const plan = await loadProbePlan(app, await requireWork(app.db, slug))
  return { ...plan, probes: plan.probes.slice(0, limit) }
}
