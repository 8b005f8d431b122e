import { z } from 'zod'
import type { Status } from '../../../tasks/show-status.ts'
import { components } from './common.ts'

export const status = z
  .object({
    works: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        figures: z.array(
          z.object({
            key: z.string(),
            name: z.string(),
            value: z.string().nullable().meta({ description: 'null: not known yet' }),
            definition: z.string(),
          }),
        ),
      }),
    ),
  })
  .register(components, { id: 'Status' }) satisfies z.ZodType<Status>
