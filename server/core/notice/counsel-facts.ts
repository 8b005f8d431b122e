import type { Deadline } from '../deadline/deadlines.ts'
import type { Availability } from '../repository/types.ts'
import type { CounterElement } from './find-counter-elements.ts'

/** What counsel needs to choose after a counter notice: no text of the work, no contact details, no passages. */
export interface CounselFacts {
  work: { slug: string; title: string; owner: string }
  notice: {
    id: string
    sentAt: string
    ticket: string | null
    publishedUrl: string | null
    signedBy: string | null
    /** SHA-256 of what was signed. */
    frozenHash: string | null
  }
  counterNotice: {
    receivedAt: string
    sha256: string
    /** Empty: the whole notice. */
    repositories: string[]
    /** Seen in its text; not seen is not missing. */
    elements: Record<CounterElement, boolean>
  }
  /** The other counter notices to the notice, which this letter is not about. */
  others: { receivedAt: string; repositories: string[] }[]
  deadlines: (Deadline & { isPast: boolean })[]
  disputed: DisputedRepository[]
  /** When it was written. */
  at: string
}

export interface DisputedRepository {
  repository: string
  /** Of today, after a rename. */
  nameToday: string
  /** False: GitHub took it down and the notice does not name it. */
  named: boolean
  claimed: 'entire-repository' | 'specific-files' | null
  files: number
  availability: Availability
  blockNoticeUrl: string | null
  /** When a retraction that gives it back was sent. */
  givenBackAt: string | null
  /** Null: it is no match any more. */
  evidence: {
    class: string
    strength: string
    originalsFound: number
    ofWork: number
    ofRepository: number
    firstSeenAt: string
    /** Of its strongest files. */
    permalinks: string[]
  } | null
  decision: {
    decision: string
    reviewer: string
    at: string
    reason: string
    fairUse: string | null
  } | null
}
