import type { Queryable } from '../../db/database.ts'
import { listBaselines } from '../../db/queries/baselines.ts'
import { findClaimant, type Claimant } from '../../db/queries/claimants.ts'
import { listOfficials } from '../../db/queries/officials.ts'
import { listVersions } from '../../db/queries/works.ts'
import { requireWork } from './find-work.ts'
import { formatOfficial } from './official-name.ts'

export interface WorkSettings {
  slug: string
  title: string
  owner: string
  fingerprintsOnly: boolean
  /** The newest first. */
  versions: { number: number; source: string; addedAt: string; claimed: number; total: number }[]
  baselines: { source: string; reason: string; addedAt: string; files: number }[]
  official: string[]
  /** With contact details: for a form, never for a document. */
  claimant: Claimant | null
}

/** What was said and taken in about a work, to be looked at and added to. @throws ClawbackError WORK_UNKNOWN */
export async function showWorkSettings({ db }: { db: Queryable }, slug: string): Promise<WorkSettings> {
  const { id, title, owner, fingerprintsOnly } = await requireWork(db, slug)
  return {
    slug,
    title,
    owner,
    fingerprintsOnly,
    versions: (await listVersions(db, id)).map((version) => ({
      ...version,
      addedAt: version.addedAt.toISOString(),
    })),
    baselines: (await listBaselines(db, id)).map((baseline) => ({
      ...baseline,
      addedAt: baseline.addedAt.toISOString(),
    })),
    official: (await listOfficials(db, id)).map(formatOfficial),
    claimant: (await findClaimant(db, id)) ?? null,
  }
}
