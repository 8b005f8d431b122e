import { z } from 'zod'
import type { ListedNotice } from '../../../tasks/notice/list-notices.ts'
import type { NoticeDetail } from '../../../tasks/notice/show-notice.ts'
import { components, availability, moment } from './common.ts'
import { noticeDocument } from './notice-document.ts'

const kind = z
  .enum(['takedown', 'revised', 'retraction', 'reply', 'preservation', 'letter'])
  .register(components, { id: 'NoticeKind' })
const status = z.enum(['draft', 'signed', 'sent', 'retracted']).register(components, { id: 'NoticeStatus' })
const element = z
  .enum(['present', 'partial', 'missing'])
  .meta({ description: 'partial: something equivalent or incomplete is there' })
  .register(components, { id: 'Element' })

const summary = {
  id: z.string(),
  work: z.string().meta({ description: 'Slug of the work' }),
  kind,
  status,
  repositories: z.array(z.string()).meta({ description: 'Every repository named, the forks among them' }),
  retracted: z.array(z.string()).meta({
    description: 'Of them, those that a retraction gave back: the notice claims them no more',
  }),
  forks: z.array(z.string()),
  files: z.array(z.string()).meta({ description: 'URLs; empty where the entire repository is the material' }),
  material: z.array(z.string()).meta({
    description: 'Addresses of npm packages, gists and pages of other providers that it names',
  }),
  scope: z.string(),
  representativeForks: z.boolean(),
  about: z.string().nullable(),
  templateVersion: z.string().meta({ description: 'Hash of the templates it is rendered with' }),
  createdAt: moment,
  draftedBy: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedAt: moment.nullable(),
  frozenHash: z.string().nullable().meta({ description: 'SHA-256 of what was signed' }),
  sentAt: moment.nullable(),
  channel: z.string().nullable(),
  ticket: z.string().nullable(),
  publishedUrl: z.string().nullable(),
}

export const noticeSummary = z
  .object(summary)
  .register(components, { id: 'Notice' }) satisfies z.ZodType<ListedNotice>

export const writtenPart = z
  .enum([
    'description',
    'workUrl',
    'authority',
    'solution',
    'technologicalMeasures',
    'openSource',
    'infringerContact',
    'statements',
    'reason',
  ])
  .meta({ description: 'The part of a draft that a person may write' })

export const noticeProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  fix: z.string(),
  repository: z.string().exactOptional(),
  part: writtenPart.exactOptional(),
})

const check = z.object({
  statutory: z.object({
    i_signature: element,
    ii_work: element,
    iii_material: element,
    iv_contact: element,
    v_goodFaith: element,
    vi_accuracyPerjury: element,
  }),
  github: z.object({ guide: element, fairUse: element }),
  complete: z.boolean(),
  problems: z.array(noticeProblem),
})

export const noticeDetail = z
  .object({
    ...summary,
    document: noticeDocument,
    check,
    materials: z.array(
      z.object({
        repository: z.string(),
        role: z.enum(['parent', 'fork']),
        url: z.string(),
        files: z.array(z.string()),
        availability,
        blockNoticeUrl: z.string().nullable(),
        since: moment.nullable(),
        checkedAt: moment.nullable(),
        retractedAt: moment
          .nullable()
          .meta({ description: 'When a retraction gave it back; null: this notice claims it' }),
      }),
    ),
    text: z.string(),
  })
  .register(components, { id: 'NoticeDetail' }) satisfies z.ZodType<NoticeDetail>
