import { z } from 'zod'
import type { WorkSummary } from '../../../tasks/list-works.ts'
import type { WorkDetail } from '../../../tasks/show-work.ts'
import { components, moment, whole } from './common.ts'

export const workSummary = z
  .object({ slug: z.string(), title: z.string(), owner: z.string(), claimed: whole, matches: whole })
  .register(components, { id: 'WorkSummary' }) satisfies z.ZodType<WorkSummary>

export const exclusion = z
  .enum(['third-party', 'baseline', 'boilerplate', 'generated', 'small'])
  .meta({ description: 'Why an original is not claimed' })
  .register(components, { id: 'Exclusion' })

export const workDetail = z
  .object({
    work: z.object({
      slug: z.string(),
      title: z.string(),
      owner: z.string(),
      description: z.string().nullable(),
      url: z.string().nullable(),
      license: z.string().nullable(),
      leakedAt: moment.nullable(),
      fingerprintsOnly: z.boolean(),
    }),
    version: whole,
    source: z.string(),
    official: z.array(z.string()).meta({ description: 'OWNER or OWNER/NAME' }),
    claimant: z.object({ name: z.string(), role: z.string(), organization: z.string() }).nullable(),
    originals: z.array(
      z.object({
        path: z.string(),
        bytes: whole,
        sha1: z.string().meta({ description: "git's blob id" }),
        claimed: z.boolean(),
        excludedBecause: exclusion.nullable(),
        excludedDetail: z.string().nullable(),
      }),
    ),
    skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  })
  .register(components, { id: 'WorkDetail' }) satisfies z.ZodType<WorkDetail>
