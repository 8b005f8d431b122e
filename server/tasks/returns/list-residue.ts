import type { Queryable } from '../../../db/database.ts'
import { listMaterials } from '../../../db/queries/materials.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import { isTakedown } from '../../core/notice/accused.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import { packageResiduePlaces, residuePlaces, type ResiduePlace } from '../../core/returns/residue.ts'
import { requireWork } from '../find-work.ts'
import { readDocument } from '../notice/notice-summary.ts'
import { listSentNotices, retractedAt, type SentNotice } from '../sent-notices.ts'

export interface Residue {
  /** `owner/name`, or the address of a package. */
  repository: string
  availability: string
  places: ResiduePlace[]
}

/**
 * Where else to look for what notices named, with what to ask for at each place. What was given back is claimed no
 * more, so nothing is asked for in its name.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listResidue({ db }: { db: Queryable }, slug: string): Promise<Residue[]> {
  const work = await requireWork(db, slug)
  const sent = await listSentNotices(db, work.id)
  const named = await findRepositories(
    db,
    sent.flatMap(({ named }) => [...named]),
  )
  const repositories = [...named.values()]
    .filter((row) => retractedAt(sent, row) === null)
    .map((row) => ({
      repository: formatRepositoryName(row),
      availability: row.availability,
      places: residuePlaces(row),
    }))
    .sort((a, b) => (a.repository < b.repository ? -1 : 1))
  return [...repositories, ...(await listPackages(db, work.id, sent))]
}

async function listPackages(db: Queryable, workId: number, sent: readonly SentNotice[]): Promise<Residue[]> {
  const ids = new Set(
    sent.flatMap(({ notice }) => {
      const document = readDocument(notice)
      return isTakedown(document) ? document.otherMaterial.map(({ id }) => id) : []
    }),
  )
  return (await listMaterials(db, workId)).flatMap(({ id, kind, url, availability }) => {
    const name = kind === 'npm' && ids.has(id) ? packageOf(url) : null
    return name === null
      ? []
      : [{ repository: url, availability: availability ?? 'unknown', places: packageResiduePlaces(name) }]
  })
}

/** `@scope/name` of `https://www.npmjs.com/package/@scope/name/v/1.0.0`. */
function packageOf(url: string): string | null {
  return /^\/package\/((?:@[a-z0-9._~-]+\/)?[a-z0-9._~-]+)/i.exec(new URL(url).pathname)?.[1] ?? null
}
