import { z } from 'zod'
import type { ReviewResult } from '../../../tasks/review-matches.ts'
import type { BulkPreview } from '../../../tasks/review/preview-bulk.ts'
import type { BulkResult } from '../../../tasks/review/review-in-bulk.ts'
import type { BulkDetail } from '../../../tasks/review/show-bulk.ts'
import type { TakenBack } from '../../../tasks/review/take-back-bulk.ts'
import { components, decision, moment, whole } from './common.ts'

const words = z.string().min(1).max(4000)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A decision in words. Whose token it is, is the reviewer. */
const given = {
  decision,
  reason: words,
  fairUse: words.optional().meta({ description: 'how fair use was considered; infringing needs it' }),
}

/** A decision about one match. */
export const reviewRequest = z.strictObject({
  ...given,
  seen: hash.meta({ description: '`evidence` of the match, as it was when it was looked at' }),
  kind: z.enum(['first', 'second', 'counsel']).optional(),
  identical: z
    .boolean()
    .optional()
    .meta({ description: 'also the open ones with exactly the same trees and evidence' }),
})

const selected = {
  repositories: z
    .array(z.string().max(300))
    .max(2000)
    .optional()
    .meta({ description: 'OWNER/NAME of each; or all of a list, one of the two' }),
  list: z
    .string()
    .max(5000)
    .optional()
    .meta({ description: 'the query of /matches whose every match is meant' }),
}

export const bulkPreviewRequest = z.strictObject({ decision, ...selected })

export const bulkRequest = z.strictObject({
  ...given,
  ...selected,
  seen: hash.meta({ description: '`seen` of the preview' }),
})

export const reviewResult = z
  .object({
    reviewed: whole,
    decision,
    named: whole,
    identical: whole,
    repositories: z.array(z.string()),
    left: z.array(z.string()),
    changed: z.array(
      z.object({
        repository: z.string(),
        from: decision,
        reviewer: z.string(),
        reason: z.string(),
        at: moment,
      }),
    ),
  })
  .register(components, { id: 'ReviewResult' }) satisfies z.ZodType<ReviewResult>

const refused = z.array(
  z.object({
    repository: z.string(),
    code: z.enum(['official', 'decided', 'no-evidence', 'port', 'not-looked-at']),
    reason: z.string(),
  }),
)

export const bulkPreview = z
  .object({ decision, selected: whole, repositories: z.array(z.string()), refused, seen: hash })
  .register(components, { id: 'BulkPreview' }) satisfies z.ZodType<BulkPreview>

export const bulkResult = z
  .object({ bulk: whole, decision, reviewed: whole, repositories: z.array(z.string()), refused })
  .register(components, { id: 'BulkResult' }) satisfies z.ZodType<BulkResult>

const left = z.array(
  z.object({ repository: z.string(), code: z.enum(['named', 'decided-since']), reason: z.string() }),
)

export const bulkDetail = z
  .object({
    id: whole,
    decision,
    reviewer: z.string(),
    by: z.string(),
    at: moment,
    list: z.string().nullable(),
    reason: z.string(),
    fairUse: z.string().nullable(),
    open: z.array(z.string()).meta({ description: 'Stand, and can be taken back' }),
    left,
    takenBack: z.array(z.string()),
  })
  .register(components, { id: 'BulkDetail' }) satisfies z.ZodType<BulkDetail>

export const takenBack = z
  .object({ bulk: whole, takenBack: whole, repositories: z.array(z.string()), left })
  .register(components, { id: 'TakenBack' }) satisfies z.ZodType<TakenBack>
