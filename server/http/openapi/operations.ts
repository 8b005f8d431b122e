import { z } from 'zod'
import type { Permission } from '../../core/access/roles.ts'
import { alert } from './schemas/alert.ts'
import { deadline } from './schemas/deadline.ts'
import { draftWords, draftWordsRequest } from './schemas/draft-words.ts'
import { matchDetail, matchRow } from './schemas/match.ts'
import { noticeDetail, noticeSummary } from './schemas/notice.ts'
import { status } from './schemas/status.ts'
import { workDetail, workSummary } from './schemas/work.ts'
import { reviewOperations } from './review-operations.ts'
import { scanOperations } from './scan-operations.ts'
import { workOperations } from './work-operations.ts'

export interface Operation {
  /** Without it: it reads. */
  method?: 'post'
  /** As Express writes it. */
  path: string
  id: string
  summary: string
  /** The command that prints the same with `--json`; null: no command answers like that. */
  command: string | null
  query: Parameter[]
  /** What is sent, and how it may be written down. */
  body?: { schema: z.ZodType; types: BodyType[] }
  answer: z.ZodType
  /** Without it 200; 202: begun, and not ended yet. */
  status?: 202
  /** What a token needs beyond reading. */
  scope?: Permission
  /** What it may refuse besides a missing session and a missing scope. */
  refuses: (400 | 403 | 404 | 409 | 413 | 503)[]
}

export type BodyType = 'application/json' | 'multipart/form-data'

export interface Parameter {
  name: string
  description: string
}

const filters: Parameter[] = [
  { name: 'strength', description: 'strong, weak, none; several with commas; without it strong,weak' },
  { name: 'class', description: 'exact, normalized, modified, partial, port, none; several with commas' },
  {
    name: 'decision',
    description:
      'infringing, authorized, fair-use, not-ours, needs-counsel; none: not decided; several with commas',
  },
  {
    name: 'availability',
    description: 'available, changed, disabled, blocked, gone, unknown; several with commas',
  },
  { name: 'q', description: 'part of the name of the repository, its parent or its network root' },
]

/** Every document that a program can read, and everything that it can do. */
export const operations: Operation[] = [
  {
    path: '/api/v1/works',
    id: 'listWorks',
    summary: 'The works',
    command: 'work list',
    query: [],
    answer: z.array(workSummary),
    refuses: [],
  },
  {
    path: '/api/v1/works/:slug',
    id: 'showWork',
    summary: 'One work with every original of its newest version',
    command: 'work show WORK',
    query: [],
    answer: workDetail,
    refuses: [404],
  },
  {
    path: '/api/v1/works/:slug/matches',
    id: 'listMatches',
    summary: 'The repositories that match a work',
    command: 'matches WORK',
    query: filters,
    answer: z.array(matchRow),
    refuses: [400, 404],
  },
  {
    path: '/api/v1/works/:slug/matches/:owner/:name',
    id: 'showMatch',
    summary: "One repository's evidence",
    command: 'match WORK OWNER/NAME',
    query: [],
    answer: matchDetail,
    refuses: [400, 404],
  },
  {
    path: '/api/v1/notices',
    id: 'listNotices',
    summary: 'The notices',
    command: 'notice list',
    query: [],
    answer: z.array(noticeSummary),
    refuses: [],
  },
  {
    path: '/api/v1/notices/:id',
    id: 'showNotice',
    summary: 'One notice with its check, its material and its text',
    command: 'notice show ID',
    query: [],
    answer: noticeDetail,
    refuses: [404],
  },
  {
    path: '/api/v1/notices/:id/words',
    id: 'showDraftWords',
    summary: 'What a person may write in a draft, and what stands there',
    command: 'notice words ID',
    query: [],
    answer: draftWords,
    refuses: [400, 404],
  },
  {
    method: 'post',
    path: '/api/v1/notices/:id/words',
    id: 'writeDraftWords',
    summary: 'Writes parts of a draft in a person’s words; who wrote counts as its drafter',
    command: 'notice words ID --file FILE',
    query: [],
    body: { schema: draftWordsRequest, types: ['application/json'] },
    answer: draftWords,
    scope: 'draft',
    refuses: [400, 404],
  },
  {
    path: '/api/v1/alerts',
    id: 'listAlerts',
    summary: 'What somebody must know, the newest first',
    command: 'alerts',
    query: [],
    answer: z.array(alert),
    refuses: [],
  },
  {
    path: '/api/v1/deadlines',
    id: 'listDeadlines',
    summary: 'What has to be done by when, and by which rule',
    command: 'deadlines',
    query: [],
    answer: z.array(deadline),
    refuses: [],
  },
  {
    path: '/api/v1/status',
    id: 'showStatus',
    summary: 'Counts and times of each work, each with its definition',
    command: 'status [WORK]',
    query: [{ name: 'work', description: 'the short name of one work; without it, of all' }],
    answer: status,
    refuses: [400, 404],
  },
  ...workOperations,
  ...reviewOperations,
  ...scanOperations,
]
