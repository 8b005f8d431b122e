import type { Queryable } from '../../db/database.ts'
import { findClaimant } from '../../db/queries/claimants.ts'
import { listOfficials } from '../../db/queries/officials.ts'
import { latestVersion, listOriginals, type Work } from '../../db/queries/works.ts'
import type { Exclusion } from '../../db/schema/originals.ts'
import { requireWork } from './find-work.ts'
import { formatOfficial } from './official-name.ts'

export interface WorkDetail {
  work: {
    slug: string
    title: string
    owner: string
    description: string | null
    url: string | null
    license: string | null
    leakedAt: string | null
    fingerprintsOnly: boolean
  }
  version: number
  source: string
  official: string[]
  claimant: { name: string; role: string; organization: string } | null
  originals: {
    path: string
    bytes: number
    sha1: string
    claimed: boolean
    excludedBecause: Exclusion | null
    excludedDetail: string | null
  }[]
  skipped: { path: string; reason: string }[]
}

/** What a work is called and described as. @throws ClawbackError WORK_UNKNOWN */
export async function showWorkHead(
  { db }: { db: Queryable },
  slug: string,
): Promise<Pick<WorkDetail, 'work'>> {
  return { work: describeWork(await requireWork(db, slug)) }
}

/** One work with every original of its newest version. `sha1` is git's blob id. */
export async function showWork({ db }: { db: Queryable }, slug: string): Promise<WorkDetail> {
  const work = await requireWork(db, slug)
  const { id } = work
  const version = await latestVersion(db, id)
  const claimant = await findClaimant(db, id)
  const rows = version === undefined ? [] : await listOriginals(db, version.id)
  return {
    work: describeWork(work),
    version: version?.number ?? 0,
    source: version?.source ?? '',
    official: (await listOfficials(db, id)).map(formatOfficial),
    claimant:
      claimant === undefined
        ? null
        : { name: claimant.name, role: claimant.role, organization: claimant.organization },
    originals: rows.map((row) => ({
      path: row.path,
      bytes: row.bytes,
      sha1: row.blobId,
      claimed: row.claimed,
      excludedBecause: row.excludedBecause,
      excludedDetail: row.excludedDetail,
    })),
    skipped: version?.skipped ?? [],
  }
}

function describeWork(work: Work): WorkDetail['work'] {
  return {
    slug: work.slug,
    title: work.title,
    owner: work.owner,
    description: work.description,
    url: work.url,
    license: work.license,
    leakedAt: work.leakedAt?.toISOString() ?? null,
    fingerprintsOnly: work.fingerprintsOnly,
  }
}
