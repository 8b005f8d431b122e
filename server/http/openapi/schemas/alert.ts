import { z } from 'zod'
import type { AlertRow } from '../../../tasks/alerts/list-alerts.ts'
import { components, moment, whole } from './common.ts'

export const alert = z
  .object({
    id: whole,
    kind: z.string(),
    text: z.string().meta({ description: 'Nothing confidential: it goes into mails and feeds' }),
    raisedAt: moment,
    data: z.unknown(),
  })
  .register(components, { id: 'Alert' }) satisfies z.ZodType<AlertRow>
