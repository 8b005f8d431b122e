import { z } from 'zod'
import type {
  LetterDocument,
  NoticeDocument,
  PreservationDocument,
  ReplyDocument,
  RetractionDocument,
  TakedownDocument,
} from '../../../core/notice/types.ts'
import { components, whole } from './common.ts'

const claimant = z
  .object({
    name: z.string(),
    role: z.enum(['owner', 'agent']),
    organization: z.string(),
    authority: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
  })
  .register(components, { id: 'Claimant' })

const work = z
  .object({
    title: z.string(),
    owner: z.string(),
    description: z.string(),
    url: z.string().nullable(),
    leakedAt: z.string().nullable(),
  })
  .register(components, { id: 'NoticedWork' })

const signature = z.object({ name: z.string(), at: z.string() }).nullable()

const named = z
  .object({
    id: whole,
    owner: z.string(),
    name: z.string(),
    files: z.array(
      z.object({
        path: z.string(),
        ref: z.string(),
        commit: z.string(),
        blob: z.string(),
        permalink: z.string(),
      }),
    ),
  })
  .register(components, { id: 'NamedRepository' })

const reference = z.object({ owner: z.string(), name: z.string() })

const otherMaterial = z
  .object({
    id: whole,
    kind: z.enum(['npm', 'gist', 'elsewhere']),
    url: z.string(),
    files: z.array(z.object({ path: z.string(), blob: z.string() })),
  })
  .register(components, { id: 'OtherMaterial' })

const forkSample = z
  .object({
    root: z.string(),
    networkSize: whole,
    population: whole,
    seed: z.string(),
    drawn: z.array(z.string()),
    infringing: whole,
    confidence: z.number(),
    atLeast: z.number(),
    reason: z.string(),
    agreed: signature,
  })
  .register(components, { id: 'ForkSample' })

const statements = z.object({
  goodFaith: z.boolean(),
  fairUse: z.boolean(),
  perjury: z.boolean(),
  guide: z.boolean(),
})

const earlierClaim = z
  .object({
    repository: z.string(),
    earlier: z.string(),
    sentOn: z.string(),
    publishedUrl: z.string().nullable(),
    ticket: z.string().nullable(),
    ties: z.array(z.enum(['owner', 'tree', 'files', 'fork'])),
  })
  .register(components, { id: 'EarlierClaim' })

export const takedown = z
  .object({
    kind: z.enum(['takedown', 'revised']),
    platform: z.enum(['GitHub', 'npm.js', 'Both']),
    ticket: z.string().nullable(),
    work,
    claimant,
    scope: z.enum(['entire-repository', 'specific-files']),
    repositories: z.array(named),
    forks: z.array(named),
    otherMaterial: z.array(otherMaterial),
    representativeForks: z.union([z.literal(false), forkSample]),
    technologicalMeasures: z.object({ measures: z.string(), circumvention: z.string() }).nullable(),
    openSource: z.object({ license: z.string(), violation: z.string(), changes: z.string() }).nullable(),
    solution: z.union([
      z.object({ kind: z.literal('must-be-removed') }),
      z.object({ kind: z.literal('can-be-made-private') }),
      z.object({ kind: z.literal('other-change'), change: z.string() }),
    ]),
    infringerContact: z.string(),
    history: z.array(earlierClaim).exactOptional(),
    statements,
    signature,
  })
  .register(components, { id: 'TakedownDocument' }) satisfies z.ZodType<TakedownDocument>

const about = z.object({
  id: z.string(),
  publishedUrl: z.string().nullable(),
  ticket: z.string().nullable(),
  sentAt: z.string().nullable(),
})

const retraction = z
  .object({
    kind: z.literal('retraction'),
    about,
    work,
    claimant,
    withdraws: z.union([
      z.object({ mode: z.literal('whole'), repositories: z.array(reference) }),
      z.object({
        mode: z.literal('listed'),
        repositories: z.array(reference),
        stayDisabled: z.array(reference),
      }),
      z.object({ mode: z.literal('all-except'), stayDisabled: z.array(reference) }),
    ]),
    reason: z.string(),
    signature,
  })
  .register(components, { id: 'RetractionDocument' }) satisfies z.ZodType<RetractionDocument>

const reply = z
  .object({
    kind: z.literal('reply'),
    about,
    work,
    claimant,
    scope: z.enum(['entire-repository', 'specific-files']),
    settled: z.array(reference),
    remaining: z.array(named),
    signature,
  })
  .register(components, { id: 'ReplyDocument' }) satisfies z.ZodType<ReplyDocument>

const preservation = z
  .object({
    kind: z.literal('preservation'),
    about: about.nullable(),
    work,
    claimant,
    repositories: z.array(named),
    signature,
  })
  .register(components, { id: 'PreservationDocument' }) satisfies z.ZodType<PreservationDocument>

const letter = z
  .object({
    kind: z.literal('letter'),
    provider: z.object({ host: z.string(), agent: z.string() }),
    work,
    claimant,
    materials: z.array(otherMaterial),
    statements,
    signature,
  })
  .register(components, { id: 'LetterDocument' }) satisfies z.ZodType<LetterDocument>

/** GitHub's form field by field, or a letter: a retraction, a reply, a request to preserve, or to another provider. */
export const noticeDocument = z.union([
  takedown,
  retraction,
  reply,
  preservation,
  letter,
]) satisfies z.ZodType<NoticeDocument>
