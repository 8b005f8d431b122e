import { z } from 'zod'
import type { RequestLine } from '../../../tasks/scan/list-requests.ts'
import type { ScanRow } from '../../../tasks/scan/list-scans.ts'
import { components, matchClass, moment, whole } from './common.ts'

const names = z.array(z.string().max(300)).max(1000)

/** What a scan is asked to do. */
export const scanRequest = z.strictObject({
  probes: z
    .int()
    .min(0)
    .max(1000)
    .nullable()
    .optional()
    .meta({ description: 'code searches; null: 30, or none where something is named' }),
  repositories: names.optional().meta({ description: 'OWNER/NAME or a GitHub URL' }),
  networks: names.optional().meta({ description: 'whole fork networks of OWNER/NAME' }),
  tips: z.string().max(100_000).optional().meta({ description: 'any text that names places on GitHub' }),
  without: z
    .array(z.string().max(1000))
    .max(1000)
    .optional()
    .meta({ description: 'searches that are not sent, exactly as /probes shows them' }),
})

const state = z
  .enum(['waiting', 'running', 'pausing', 'paused', 'stopped', 'incomplete', 'complete'])
  .meta({
    description:
      'waiting: for a worker; pausing: a request is still under way; stopped: nobody goes on with it by themselves',
  })
  .register(components, { id: 'ScanState' })

const paused = z.object({ by: z.string(), at: moment }).nullable()

/** Scans of an earlier version knew fewer options. */
const options = z
  .looseObject({})
  .meta({ description: 'what it was asked to do: probes, repositories, networks, what tips named' })

const buckets = { core: whole, graphql: whole, search: whole, code_search: whole, notModified: whole }
const judged = z.object({ strong: whole, weak: whole, none: whole })
const budget = z.object({ limit: whole, remaining: whole, resetAt: moment }).nullable()

export const scanRow = z
  .object({
    id: whole,
    state,
    startedBy: z.string().nullable(),
    startedAt: moment,
    finishedAt: moment.nullable(),
    paused,
    options,
    matches: judged,
    newCopies: whole.nullable(),
    requests: z.object(buckets),
  })
  .register(components, { id: 'ScanRow' }) satisfies z.ZodType<Omit<ScanRow, 'options'>>

const searches = z.object({
  planned: whole,
  sent: whole,
  leftOut: whole,
  found: whole,
  cutOff: whole,
  incomplete: whole,
})

const probeCoverage = z.object({
  originals: whole,
  searchable: whole,
  covered: whole,
  notSearchable: z.array(z.object({ reason: z.string(), originals: whole })),
})

const coverage = z.object({
  originals: probeCoverage.nullable(),
  unseen: z.array(z.string()).readonly(),
  probes: z.object({
    planned: whole,
    sent: whole,
    exact: whole,
    split: whole,
    cutOff: whole,
    incomplete: whole,
    askedAgain: whole,
    cuts: z.array(z.looseObject({ query: z.string(), total: whole })),
  }),
  named: z.record(z.string(), whole),
  gists: z.record(z.string(), whole),
  names: searches,
  trees: searches,
  commits: searches,
  owners: z.record(z.string(), whole),
  leads: z.array(
    z.object({
      repository: z.string(),
      kind: z.enum(['submodule', 'release']),
      what: z.string(),
      url: z.string(),
    }),
  ),
  networks: z.array(
    z.object({
      root: z.string(),
      listed: whole,
      examined: whole,
      official: z.boolean(),
      untouched: whole,
      unchanged: whole,
    }),
  ),
  repositories: z.record(z.string(), whole),
})

export const scanDetail = z
  .object({
    scan: z.object({
      id: whole,
      status: z.enum(['complete', 'incomplete']),
      reasons: z.array(z.string()),
      paused,
    }),
    coverage,
    requests: z.object({ ...buckets, perCandidate: z.number().nullable() }),
    matches: judged,
    options,
    startedBy: z.string().nullable(),
    startedAt: moment,
    finishedAt: moment.nullable(),
    unattended: z.boolean().meta({ description: 'a worker goes on with it' }),
    newCopies: z.array(z.object({ repository: z.string(), strength: z.enum(['strong', 'weak']) })),
    progress: z.object({
      id: whole,
      state,
      doing: z
        .object({
          step: z.string(),
          done: whole.nullable(),
          total: whole.nullable(),
          left: z.string().nullable(),
          waitsFor: z.object({ bucket: z.string(), until: moment }).nullable(),
          at: moment,
        })
        .nullable(),
      steps: z.array(z.object({ kind: z.string(), done: whole, pending: whole, couldNotTell: whole })),
      budgets: z.object({ core: budget, graphql: budget, search: budget, code_search: budget }),
      requests: z.object(buckets),
      matches: judged,
      found: z.array(
        z.object({
          repository: z.string(),
          strength: z.enum(['strong', 'weak']),
          class: matchClass,
          at: moment,
        }),
      ),
    }),
  })
  .register(components, { id: 'ScanDetail' })

export const requestLine = z
  .object({
    id: whole,
    at: moment,
    bucket: z.string(),
    method: z.string(),
    path: z.string(),
    purpose: z.string(),
    status: whole.nullable().meta({ description: 'null: no answer came' }),
    notModified: z.boolean(),
    cost: whole,
  })
  .register(components, { id: 'RequestLine' }) satisfies z.ZodType<RequestLine>

const probe = z.object({
  query: z.string(),
  original: z.string(),
  why: z.string(),
  coveredSoFar: whole,
})

export const probePlan = z
  .object({
    probes: z.array(probe),
    names: z.array(z.looseObject({ query: z.string(), why: z.string() })),
    trees: z.array(z.looseObject({ tree: z.string(), folder: z.string() })),
    notSearchable: z.array(z.object({ path: z.string(), reason: z.string() })),
    coverage: probeCoverage,
    unseen: z.array(z.string()).readonly(),
  })
  .register(components, { id: 'ProbePlan' })
