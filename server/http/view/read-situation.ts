import { countMatches, type MatchGroup } from '../../tasks/count-matches.ts'
import { listOverreach, type Overreach } from '../../tasks/list-overreach.ts'
import { listRetracted, type Retracted } from '../../tasks/notice/given-back.ts'
import { listNotices } from '../../tasks/notice/list-notices.ts'
import type { NoticeSummary } from '../../tasks/notice/notice-summary.ts'
import { showLatestScan, type LatestScan } from '../../tasks/scan/show-latest-scan.ts'
import { showWork } from '../../tasks/show-work.ts'
import type { Reading } from '../reading.ts'

/** Where a work stands: what decides who has to do what next. */
export interface Situation {
  slug: string
  /** Strong and weak ones, counted. */
  matches: readonly MatchGroup[]
  notices: readonly NoticeSummary[]
  overreach: readonly Overreach[]
  /** What was named and is claimed no more. */
  retracted: readonly Retracted[]
  scan: LatestScan | null
  hasClaimant: boolean
}

export async function readSituation(app: Reading, slug: string): Promise<Situation> {
  const { claimant } = await showWork(app, slug)
  const notices = await listNotices(app)
  return {
    slug,
    matches: (await countMatches(app, slug)).filter(({ strength }) => strength !== 'none'),
    notices: notices.filter((notice) => isOf(notice.id, slug)),
    overreach: await listOverreach(app, slug),
    retracted: await listRetracted(app, slug),
    scan: await showLatestScan(app, slug),
    hasClaimant: claimant !== null,
  }
}

/** A notice's id is its work's short name and a number. */
function isOf(id: string, slug: string): boolean {
  return id.startsWith(`${slug}-`) && /^\d+$/.test(id.slice(slug.length + 1))
}
