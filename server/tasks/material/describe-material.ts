import type { MaterialRow } from '../../../db/queries/materials.ts'
import type { Availability, Decision } from '../../core/repository/types.ts'

export interface MaterialSummary {
  url: string
  kind: MaterialRow['kind']
  class: MaterialRow['class']
  strength: MaterialRow['strength']
  entire: boolean
  files: MaterialRow['files']
  /** Null when nobody decided over the evidence of today. */
  decision: Decision | null
  reviewer: string | null
  reason: string | null
  seenAt: string
  /** What a later look told; *unknown*: nobody looked again. */
  availability: Availability
  availabilitySince: string | null
  checkedAt: string | null
  /** While it is disabled: the notice that GitHub names. */
  noticeUrl: string | null
  /** Of the files of the evidence, where a look told. */
  filesLeft: number | null
}

export function describeMaterial(row: MaterialRow): MaterialSummary {
  const { url, kind, strength, entire, files, reviewer, reason } = row
  const isCurrent = row.decision !== 'infringing' || row.reviewedHash === row.evidenceHash
  return {
    url,
    kind,
    class: row.class,
    strength,
    entire,
    files,
    decision: isCurrent ? row.decision : null,
    reviewer,
    reason,
    seenAt: row.seenAt.toISOString(),
    availability: row.availability ?? 'unknown',
    availabilitySince: row.availabilitySince?.toISOString() ?? null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    noticeUrl: row.blockNoticeUrl,
    filesLeft: row.filesLeft,
  }
}
