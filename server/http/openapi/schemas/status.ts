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
            numbers: z
              .record(z.string(), z.number())
              .nullable()
              .meta({ description: 'What the words of the value say; times are hours' }),
            definition: z.string(),
          }),
        ),
        overTime: z
          .array(
            z.object({
              day: z.iso.date(),
              found: z.int(),
              alive: z.int(),
              disabled: z.int(),
            }),
          )
          .meta({ description: 'By days in UTC, from the first find to today' }),
      }),
    ),
  })
  .register(components, { id: 'Status' }) satisfies z.ZodType<Status>
