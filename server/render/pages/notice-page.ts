import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { NoticeTab } from './notice-tabs.ts'

interface Problem {
  code: string
  message: string
  fix: string
}

/** One thing that happened, to the notice or to repositories that it names. */
export interface HistoryRow {
  at: string
  what: string
  actor: string
  tone: 'plain' | 'green' | 'amber' | 'red'
  repositories: string[]
  /** How many more repositories it happened to. */
  more: number
}

export interface NoticePage extends Frame {
  notice: {
    id: string
    kind: string
    work: string
    status: Badge
    scope: string
    /** Of what it names, what was given back since. */
    retracted: string[]
    about: string | null
    createdAt: string
    signedBy: string | null
    signedAt: string | null
    frozenHash: string | null
    sentAt: string | null
    channel: string | null
    ticket: string | null
    publishedUrl: string | null
    publishedLink: string | null
  }
  draft: boolean
  workHref: string
  aboutHref: string | null
  complete: boolean
  /** Empty for a retraction: the statute asks nothing of one. */
  elements: { name: string; basis: string; state: Badge }[]
  errors: Problem[]
  warnings: Problem[]
  noticePages: NoticeTab[]
  draftedBy: string | null
  /** What became of it, oldest first. */
  history: HistoryRow[]
  /** What a retraction takes the notice back for. */
  withdraws: { repository: string; href: string }[]
  /** Disabled under this notice without being named in any. */
  overreach: { repository: string; official: boolean }[]
  retractCommand: string | null
  materials: {
    repository: string
    href: string
    role: string
    url: string
    files: string[]
    availability: Badge
    blockNoticeUrl: string | null
    blockLink: string | null
    /** It is down under this very notice. */
    ours: boolean
    since: string | null
    checkedAt: string | null
    /** When a retraction gave it back. */
    retractedAt: string | null
  }[]
  text: string
  /** The notice as a file, form by form. */
  files: { format: string; href: string }[]
  /** Where its forms go; null: not now, or not for who looks. */
  acts: {
    /** `name`: the user's in full, which must be typed; null where the machine does not know it. `draft`: its hash. */
    sign: { action: string; name: string | null; draft: string } | null
    sent: string | null
    send: string | null
    retract: string | null
  }
}

export const renderNoticePage: Page<NoticePage> = definePage('notice')
