import { z } from 'zod'
import type { DeadlineRow } from '../../../tasks/list-deadlines.ts'
import { components } from './common.ts'

export const deadline = z
  .object({
    kind: z.enum([
      'owner-window',
      'review-changes',
      'court-action',
      'reinstatement-earliest',
      'reinstatement-latest',
      'follow-up',
    ]),
    notice: z.string(),
    repository: z.string().nullable().meta({ description: 'null: the whole notice' }),
    due: z.iso.date(),
    timeZone: z.string(),
    approximate: z.boolean(),
    basis: z.string().meta({ description: 'The rule behind it' }),
    state: z.enum(['past', 'today', 'coming']),
  })
  .register(components, { id: 'Deadline' }) satisfies z.ZodType<DeadlineRow>
