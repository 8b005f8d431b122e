import { z } from 'zod'
import type { NoticeDocument, RetractionDocument, TakedownDocument } from '../../../core/notice/types.ts'
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

const takedown = z
  .object({
    kind: z.enum(['takedown', 'revised']),
    platform: z.enum(['GitHub', 'npm.js', 'Both']),
    ticket: z.string().nullable(),
    work,
    claimant,
    scope: z.enum(['entire-repository', 'specific-files']),
    repositories: z.array(named),
    forks: z.array(named),
    representativeForks: z.literal(false),
    technologicalMeasures: z.object({ measures: z.string(), circumvention: z.string() }).nullable(),
    openSource: z.object({ license: z.string(), violation: z.string(), changes: z.string() }).nullable(),
    solution: z.union([
      z.object({ kind: z.literal('must-be-removed') }),
      z.object({ kind: z.literal('can-be-made-private') }),
      z.object({ kind: z.literal('other-change'), change: z.string() }),
    ]),
    infringerContact: z.string(),
    statements: z.object({
      goodFaith: z.boolean(),
      fairUse: z.boolean(),
      perjury: z.boolean(),
      guide: z.boolean(),
    }),
    signature,
  })
  .register(components, { id: 'TakedownDocument' }) satisfies z.ZodType<TakedownDocument>

const retraction = z
  .object({
    kind: z.literal('retraction'),
    about: z.object({
      id: z.string(),
      publishedUrl: z.string().nullable(),
      ticket: z.string().nullable(),
      sentAt: z.string().nullable(),
    }),
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

/** GitHub's form field by field, or the letter that takes a notice back. */
export const noticeDocument = z.union([takedown, retraction]) satisfies z.ZodType<NoticeDocument>
