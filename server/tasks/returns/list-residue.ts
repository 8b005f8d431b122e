import type { Queryable } from '../../../db/database.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import { residuePlaces, type ResiduePlace } from '../../core/returns/residue.ts'
import { requireWork } from '../find-work.ts'
import { listSentNotices } from '../sent-notices.ts'

export interface Residue {
  repository: string
  availability: string
  places: ResiduePlace[]
}

/**
 * Where else to look for what notices named, with what to ask for at each place.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listResidue({ db }: { db: Queryable }, slug: string): Promise<Residue[]> {
  const work = await requireWork(db, slug)
  const sent = await listSentNotices(db, work.id)
  const named = await findRepositories(
    db,
    sent.flatMap(({ named }) => [...named]),
  )
  return [...named.values()]
    .map((row) => ({
      repository: formatRepositoryName(row),
      availability: row.availability,
      places: residuePlaces(row),
    }))
    .sort((a, b) => (a.repository < b.repository ? -1 : 1))
}
