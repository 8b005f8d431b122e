import { z } from 'zod'
import type { Operation } from './operations.ts'
import { claimantSet, intake, officials } from './schemas/intake.ts'

const source = z.string().optional().meta({
  description:
    'npm:NAME@VERSION, where no file is sent; a path on the machine is read only for whoever holds it, never for a token',
})

const newWork = z.object({
  source,
  title: z.string(),
  owner: z.string(),
  slug: z.string().optional(),
  description: z.string().optional(),
  url: z.string().optional(),
  license: z.string().optional().meta({ description: 'none, or an SPDX id' }),
  leakedAt: z.string().optional().meta({ description: 'ISO 8601' }),
  official: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .meta({ description: 'OWNER or OWNER/NAME, one a line' }),
  fingerprintsOnly: z
    .union([z.boolean(), z.enum(['yes', ''])])
    .optional()
    .meta({ description: 'keep no originals' }),
})

const claimant = z.object({
  name: z.string(),
  role: z.enum(['owner', 'agent']),
  organization: z.string(),
  authority: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  address: z.string().optional(),
})

const taking: Pick<Operation, 'method' | 'command' | 'query' | 'answer' | 'status' | 'scope'> = {
  method: 'post',
  command: null,
  query: [],
  answer: intake,
  status: 202,
  scope: 'scan',
}

/** Adding works, and what belongs to them. */
export const workOperations: Operation[] = [
  {
    ...taking,
    path: '/api/v1/works',
    id: 'addWork',
    summary: 'Begins to take in what leaked; the answer says where to ask how far it is',
    body: { schema: newWork, types: ['application/json', 'multipart/form-data'] },
    refuses: [400, 409, 413, 503],
  },
  {
    ...taking,
    path: '/api/v1/works/:slug/versions',
    id: 'addVersion',
    summary: 'Begins to take in the next version of a work',
    body: { schema: z.object({ source }), types: ['application/json', 'multipart/form-data'] },
    refuses: [400, 404, 413, 503],
  },
  {
    ...taking,
    path: '/api/v1/works/:slug/baselines',
    id: 'addBaseline',
    summary: 'Begins to take in public or licensed code that may not be claimed',
    body: {
      schema: z.object({ source, reason: z.string() }),
      types: ['application/json', 'multipart/form-data'],
    },
    refuses: [400, 404, 413, 503],
  },
  {
    path: '/api/v1/intakes/:id',
    id: 'showIntake',
    summary: 'How far a source is read, and what came of it',
    command: null,
    query: [],
    answer: intake,
    refuses: [404],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/official',
    id: 'addOfficial',
    summary: 'Marks OWNER or OWNER/NAME as official: never infringing',
    command: 'official add WORK OWNER[/NAME]',
    query: [],
    body: { schema: z.object({ official: z.string() }), types: ['application/json'] },
    answer: officials,
    scope: 'scan',
    refuses: [400, 404],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/official-removal',
    id: 'removeOfficial',
    summary: 'Takes OWNER or OWNER/NAME off the list; the next scan compares it like any other',
    command: 'official remove WORK OWNER[/NAME] --reason TEXT',
    query: [],
    body: { schema: z.object({ official: z.string(), reason: z.string() }), types: ['application/json'] },
    answer: officials,
    scope: 'decide',
    refuses: [400, 404],
  },
  {
    method: 'post',
    path: '/api/v1/works/:slug/claimant',
    id: 'setClaimant',
    summary: 'Says who complains; the answer holds no contact details',
    command: 'claimant set WORK …',
    query: [],
    body: { schema: claimant, types: ['application/json'] },
    answer: claimantSet,
    scope: 'draft',
    refuses: [400, 404],
  },
]
