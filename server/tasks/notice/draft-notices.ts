import type { Database } from '../../../db/database.ts'
import { findClaimant } from '../../../db/queries/claimants.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { SampleRequest } from '../../core/notice/sample-forks.ts'
import type { NoticeProblem } from '../../core/notice/problem.ts'
import type { Claimant, NoticeKind } from '../../core/notice/types.ts'
import type { NetworkReach } from '../../core/notice/weigh-wordings.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import { draftLetters } from './draft-letters.ts'
import { draftRetractionOf } from './draft-retraction-of.ts'
import { draftTakedowns } from './draft-takedowns.ts'
import { draftCorrespondence } from './draft-correspondence.ts'
import { requireNotice } from './find-notice.ts'
import type { NoticeSummary } from './notice-summary.ts'

export interface DraftInput {
  work: string
  only: string[]
  except: string[]
  kind: NoticeKind
  about: string | null
  /** Why a notice is taken back, in the claimant's words. */
  reason?: string
  /** Asks for the sworn sentence that all or most forks infringe: it is refused unless a sample bears it out. */
  representativeForks?: SampleRequest
  /** Says in the notice what came back of what earlier ones named. */
  citeReturns?: boolean
  /** Designated agents of other providers, by host. */
  agents?: ReadonlyMap<string, string>
}

export interface DraftReport {
  notices: NoticeSummary[]
  problems: NoticeProblem[]
  /** What each wording could disable, network by network. */
  reach: NetworkReach[]
}

/** `templates`: a folder of own templates; null, or no setting: those that come with Clawback. */
export interface DraftApp {
  db: Database
  actor: string
  clock: () => Date
  config?: { notices: { templates: string | null } }
}

/**
 * Drafts notices over what was reviewed as infringing, or a letter about an earlier notice. Earlier drafts that name
 * the same repositories give way; what was signed stays and is not named twice.
 * @throws ClawbackError CLAIMANT_MISSING, NOTICE_ABOUT_MISSING, NOTICE_ABOUT_INVALID, NOTICE_UNKNOWN,
 *   REPOSITORY_INVALID, DRAFT_SELECTION_INVALID, TEMPLATE_MISSING, TEMPLATE_INVALID, TEMPLATE_UNFIT
 */
export async function draftWorkNotices(app: DraftApp, input: DraftInput): Promise<DraftReport> {
  const work = await requireWork(app.db, input.work)
  const claimant = await requireClaimant(app.db, work)
  const about = input.about === null ? null : await requireNotice(app.db, input.about)
  if (about !== null && about.workId !== work.id) {
    throw new ClawbackError(
      'NOTICE_ABOUT_INVALID',
      `${about.id} is no notice of ${work.slug}`,
      'Give a notice of this work: clawback notice list',
    )
  }
  if (input.only.length > 0 && input.except.length > 0) {
    throw new ClawbackError(
      'DRAFT_SELECTION_INVALID',
      '--only and --except are given together',
      'Give one of them.',
    )
  }
  const subject = { work, claimant }
  switch (input.kind) {
    case 'takedown':
      return await draftTakedowns(app, subject, about, input)
    case 'revised':
      return await draftTakedowns(app, subject, needed(about, input), input)
    case 'retraction':
      return await draftRetractionOf(app, subject, needed(about, input), input)
    case 'reply':
      return await draftCorrespondence(app, subject, needed(about, input), input)
    case 'preservation':
      return await draftCorrespondence(app, subject, about, input)
    case 'letter':
      return await draftLetters(app, subject, input)
  }
}

/** Who and what a notice is about. */
export interface Subject {
  work: Work
  claimant: Claimant
}

async function requireClaimant(db: Database, work: Work): Promise<Claimant> {
  const row = await findClaimant(db, work.id)
  if (row !== undefined) {
    // The document is what gets signed and sent: it holds the claimant, not our row.
    const { workId: _, ...claimant } = row
    return claimant
  }
  throw new ClawbackError(
    'CLAIMANT_MISSING',
    `Nobody complains for ${work.slug} yet`,
    `Say who does: clawback claimant set ${work.slug} --name … --role … --organization … --authority … --email …`,
  )
}

function needed<About>(about: About | null, { kind }: DraftInput): About {
  if (about !== null) return about
  throw new ClawbackError(
    'NOTICE_ABOUT_MISSING',
    `A ${kind === 'revised' ? 'revised notice' : kind} is about an earlier notice`,
    'Give it with --about NOTICE.',
  )
}
