import { fullName } from './same-repository.ts'
import type { NoticeCandidate, NoticeFacts, RepositoryIdentity } from './candidate.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import type {
  CircumventionAnswers,
  EarlierClaim,
  Claimant,
  MaterialFile,
  NamedRepository,
  NoticeReference,
  NoticedWork,
  OpenSourceAnswers,
  Solution,
  TakedownDocument,
} from './types.ts'
import { checkNotice } from './check-notice.ts'
import { groupClaims } from './group-claims.ts'
import type { ClaimGroup } from './group-claims.ts'
import { materialUrl } from './material-url.ts'
import { isOfficialFor } from './judge-notice.ts'
import { refuseCandidate } from './refuse-candidate.ts'
import { refuseConflicts } from './refuse-conflicts.ts'

/** A notice is to be read. */
const MOST_CITED = 20

/** What a claimant chooses; all but `kind` has the answer that most leaks need. */
export interface DraftOptions {
  kind: 'takedown' | 'revised'
  /** The notice that a revised one replaces. Its ticket goes into the form. */
  about?: NoticeReference
  solution?: Solution
  openSource?: OpenSourceAnswers
  technologicalMeasures?: CircumventionAnswers
  infringerContact?: string
  /** Earlier notices to cite, by the id of the repository that came back. */
  history?: ReadonlyMap<number, readonly EarlierClaim[]>
}

export interface DraftInput {
  work: NoticedWork & {
    /** `none`, null, or the SPDX id of an open source license that the work was published under. */
    license: string | null
  }
  claimant: Claimant
  repositories: readonly NoticeCandidate[]
  facts: NoticeFacts
  options: DraftOptions
}

/** The evidence that stands behind one named repository. */
export interface RepositoryEvidence extends RepositoryIdentity {
  strength: NoticeCandidate['strength']
  class: NoticeCandidate['class']
  license: string | null
  files: MaterialFile[]
}

export interface NoticeDraft {
  document: TakedownDocument
  evidence: RepositoryEvidence[]
  problems: NoticeProblem[]
}

export interface DraftResult {
  notices: NoticeDraft[]
  /** Why repositories were refused; what is wrong inside a notice stands with that notice. */
  problems: NoticeProblem[]
}

/**
 * Notices for the repositories that may be named, and for each of the others why not. A repository is in a draft
 * only when a reviewer decided `infringing`, its own evidence is there, and it is neither official nor a port:
 * no option changes that. The representative-forks sentence is put into a draft by `sampleForks` alone.
 */
export function draftNotices(input: DraftInput): DraftResult {
  const official = isOfficialFor(input.facts)
  const problems = refuseConflicts(input.repositories)
  const conflicting = new Set(problems.map((problem) => problem.repository))
  const named: NoticeCandidate[] = []
  for (const candidate of input.repositories) {
    const refusals = refuseCandidate(candidate, candidate.official || official(candidate))
    problems.push(...refusals)
    if (refusals.length === 0 && !conflicting.has(fullName(candidate))) named.push(candidate)
  }
  const notices = groupClaims(named, official).map((group) => draftOne(group, input))
  return { notices, problems }
}

function draftOne(group: ClaimGroup, input: DraftInput): NoticeDraft {
  const { work, claimant, options } = input
  const toNamed = (candidate: NoticeCandidate): NamedRepository => ({
    id: candidate.id,
    owner: candidate.owner,
    name: candidate.name,
    files: group.entireRepository ? [] : listedFiles(candidate),
  })
  const named = [...group.repositories, ...group.forks]
  const history = named.flatMap(({ id }) => options.history?.get(id) ?? []).slice(0, MOST_CITED)
  const document: TakedownDocument = {
    kind: options.kind,
    platform: 'GitHub',
    ticket: options.kind === 'revised' ? (options.about?.ticket ?? null) : null,
    work: {
      title: work.title,
      owner: work.owner,
      description: work.description,
      url: work.url,
      leakedAt: work.leakedAt,
    },
    claimant,
    scope: group.entireRepository ? 'entire-repository' : 'specific-files',
    repositories: group.repositories.map(toNamed),
    forks: group.forks.map(toNamed),
    otherMaterial: [],
    representativeForks: false,
    technologicalMeasures: options.technologicalMeasures ?? null,
    openSource: options.openSource ?? null,
    solution: options.solution ?? { kind: 'must-be-removed' },
    infringerContact: options.infringerContact ?? '',
    ...(history.length === 0 ? {} : { history }),
    statements: { goodFaith: true, fairUse: true, perjury: true, guide: true },
    signature: null,
  }
  const problems = [
    ...checkNotice(document).problems,
    ...checkLicense(work.license, document),
    ...named.flatMap(checkStrength),
  ]
  return { document, evidence: named.map(toEvidence), problems }
}

/** A reviewer may decide on weak evidence; whoever signs should know. */
function checkStrength(candidate: NoticeCandidate): NoticeProblem[] {
  if (candidate.strength !== 'weak') return []
  const name = fullName(candidate)
  return [
    warningOf(
      'evidence-weak',
      `${name} was reviewed as infringing, and its evidence alone is weak`,
      'Look at its files before signing: clawback match',
      name,
    ),
  ]
}

/** One entry for each URL: the same file found twice at one branch is one file. */
function listedFiles(candidate: NoticeCandidate): MaterialFile[] {
  const byUrl = new Map(candidate.evidence.map((file) => [materialUrl(candidate, file), file]))
  return [...byUrl.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, file]) => file)
}

function toEvidence(candidate: NoticeCandidate): RepositoryEvidence {
  const { id, owner, name, strength, license, evidence } = candidate
  return { id, owner, name, strength, class: candidate.class, license, files: evidence }
}

/** The form asks three more questions about a licensed work; nobody but the claimant can answer them. */
function checkLicense(license: string | null, document: TakedownDocument): NoticeProblem[] {
  if (license === null || license === '' || license.toLowerCase() === 'none' || document.openSource !== null)
    return []
  return [
    errorOf(
      'open-source-answers-missing',
      `The work is under ${license}: the form asks which license, how it is violated and what would comply`,
      'Have counsel write the three answers, or correct the license of the work',
    ),
  ]
}
