import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

interface Problem {
  code: string
  message: string
  fix: string
}

export interface NoticePage extends Frame {
  notice: {
    id: string
    kind: string
    work: string
    status: Badge
    scope: string
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
  /** Empty for a retraction, which is a letter. */
  fields: { question: string; answer: string; kind: string }[]
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
