import type { MaterialRow } from '../../../db/queries/materials.ts'
import type { Decision } from '../../core/repository/types.ts'

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
  }
}
