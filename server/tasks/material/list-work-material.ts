import type { Queryable } from '../../../db/database.ts'
import { listMaterials } from '../../../db/queries/materials.ts'
import { requireWork } from '../find-work.ts'
import { describeMaterial, type MaterialSummary } from './describe-material.ts'

/** @throws ClawbackError WORK_UNKNOWN */
export async function listWorkMaterial({ db }: { db: Queryable }, slug: string): Promise<MaterialSummary[]> {
  const work = await requireWork(db, slug)
  return (await listMaterials(db, work.id)).map(describeMaterial)
}
