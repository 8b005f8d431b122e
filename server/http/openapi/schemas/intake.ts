import { z } from 'zod'
import type { ClaimantSet } from '../../../tasks/set-claimant.ts'
import type { IntakeDocument } from '../../work-new/describe-intake.ts'
import { components, moment, whole } from './common.ts'

const skipped = z.array(z.object({ path: z.string(), reason: z.string() }))

const addedWork = z.object({
  kind: z.literal('work'),
  work: z.object({ slug: z.string(), title: z.string(), owner: z.string() }),
  version: whole,
  originals: z.object({
    total: whole,
    claimed: whole,
    excluded: z.object({
      'third-party': whole,
      baseline: whole,
      boilerplate: whole,
      generated: whole,
      small: whole,
    }),
  }),
  skipped,
  notRewritten: skipped.meta({
    description: 'originals that could not be rewritten as compilers do, and are compared as they are',
  }),
  ready: z.boolean().meta({ description: 'for comparing; a large work is made ready by its first scan' }),
})

const addedBaseline = z.object({
  kind: z.literal('baseline'),
  work: z.string(),
  files: whole,
  excluded: whole,
  skipped,
})

export const intake = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string(),
    by: z.string(),
    startedAt: moment,
    state: z.enum(['waiting', 'reading', 'done', 'failed', 'stopped']),
    progress: z
      .object({ step: z.string(), done: whole.nullable(), total: whole.nullable() })
      .nullable()
      .meta({ description: 'null unless it is being read' }),
    result: z.union([addedWork, addedBaseline]).nullable().meta({ description: 'null until it is done' }),
    problem: z
      .object({ code: z.string(), message: z.string(), fix: z.string() })
      .nullable()
      .meta({ description: 'null unless it failed; nothing was entered then' }),
    page: z.string(),
  })
  .meta({ description: 'One source that is taken in: how far it is, and what came of it' })
  .register(components, { id: 'Intake' }) satisfies z.ZodType<IntakeDocument>

export const officials = z
  .object({ work: z.string(), official: z.array(z.string()) })
  .register(components, { id: 'Officials' })

export const claimantSet = z
  .object({
    work: z.string(),
    name: z.string(),
    role: z.enum(['owner', 'agent']),
    organization: z.string(),
  })
  .register(components, { id: 'ClaimantSet' }) satisfies z.ZodType<ClaimantSet>
