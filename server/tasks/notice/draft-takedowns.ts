import type { Database } from '../../../db/database.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import type { Notice } from '../../../db/queries/notices.ts'
import type { Work } from '../../../db/queries/works.ts'
import { checkNotice } from '../../core/notice/check-notice.ts'
import { draftNotices, type NoticeDraft } from '../../core/notice/draft-notices.ts'
import { warningOf, type NoticeProblem } from '../../core/notice/problem.ts'
import { sampleForks, type SampleRequest } from '../../core/notice/sample-forks.ts'
import { namedRepositories } from '../../core/notice/accused.ts'
import type { NoticeCandidate } from '../../core/notice/candidate.ts'
import type { EarlierClaim } from '../../core/notice/types.ts'
import { warnOfWholeNetwork, type KnownNetwork } from '../../core/notice/weigh-wordings.ts'
import { citeReturns } from '../returns/cite-returns.ts'
import { describeWork, referTo } from './describe-subject.ts'
import { draftMaterialForms } from './draft-letters.ts'
import type { DraftApp, DraftInput, DraftReport, Subject } from './draft-notices.ts'
import { keepDrafts } from './keep-drafts.ts'
import { listNamedAlready } from './named-already.ts'
import { readCandidates } from './notice-candidates.ts'
import { selectRepositories } from './select-repositories.ts'
import { weighReachOf } from './weigh-reach.ts'

/**
 * One notice for each parent and its forks over what was reviewed as infringing, and one for each npm package or
 * gist. The figures of each wording come first; where a network-wide wording is asked for and refused, nothing is
 * drafted.
 */
export async function draftTakedowns(
  app: DraftApp,
  { work, claimant }: Subject,
  about: Notice | null,
  input: DraftInput,
): Promise<DraftReport> {
  const { candidates, facts, problems, found } = await selectCandidates(app.db, work, input)
  const { networks, reach } = await weighReachOf(app.db, work, candidates)
  const standing = await listNamedAlready(app.db, work.id, about?.id ?? null)
  problems.push(...candidates.flatMap((candidate) => warnOfStanding(work, candidate, standing)))
  const history = await citeReturns(app.db, work.slug)
  const drafted = draftNotices({
    work: { ...describeWork(work), license: work.license },
    claimant,
    repositories: candidates.filter((candidate) => !standing.has(candidate.id)),
    facts,
    options: {
      kind: input.kind === 'revised' ? 'revised' : 'takedown',
      ...(about === null ? {} : { about: referTo(about) }),
      ...(input.citeReturns === true ? { history } : {}),
    },
  })
  if (input.citeReturns !== true) problems.push(...candidates.flatMap((one) => tellOfHistory(one, history)))
  problems.push(...drafted.problems, ...reach.flatMap(warnOfWholeNetwork))
  const sworn = swearForNetworks(drafted.notices, candidates, networks, input.representativeForks)
  problems.push(...sworn.problems)
  if (sworn.refused) return { notices: [], problems, reach }

  const material =
    input.kind === 'revised'
      ? { notices: [], problems: [] }
      : await draftMaterialForms(app.db, { work, claimant }, input)
  problems.push(...material.problems, ...[...sworn.notices, ...material.notices].flatMap((d) => d.problems))
  if (found === 0 && material.notices.length === 0) problems.push(nothingReviewed(work))
  const documents = [...sworn.notices, ...material.notices].map(({ document }) => document)
  return { notices: await keepDrafts(app, work, about, documents), problems, reach }
}

/** Named with `--only`: these, whatever was decided, so that a refusal says why. Otherwise what is infringing. */
async function selectCandidates(db: Database, work: Work, input: DraftInput) {
  const selected = selectRepositories(input)
  const found = (await selectMatches(db, work.id, {})).filter(({ repository, match }) =>
    input.only.length > 0
      ? selected(repository)
      : (match.decision === 'infringing' || match.decision === null) && selected(repository),
  )
  const read = await readCandidates(db, work, found)
  // A decision that lapsed is told; what nobody ever decided about is not in question.
  const lapsed = new Set(read.problems.map(({ repository }) => repository))
  const candidates = read.candidates.filter(
    (candidate) =>
      input.only.length > 0 ||
      candidate.decision === 'infringing' ||
      lapsed.has(`${candidate.owner}/${candidate.name}`),
  )
  return { ...read, candidates, found: candidates.length }
}

/** The sworn sentence about all forks, where it was asked for and each network bears it out; otherwise why not. */
function swearForNetworks(
  drafts: readonly NoticeDraft[],
  candidates: readonly NoticeCandidate[],
  networks: ReadonlyMap<number, KnownNetwork>,
  request: SampleRequest | undefined,
): { notices: NoticeDraft[]; problems: NoticeProblem[]; refused: boolean } {
  if (request === undefined) return { notices: [...drafts], problems: [], refused: false }
  const rootOf = new Map(candidates.map(({ id, networkRoot }) => [id, networkRoot?.id ?? id]))
  const problems: NoticeProblem[] = []
  const notices = drafts.flatMap(({ document, evidence }) => {
    const first = namedRepositories(document)[0]
    const network = networks.get(rootOf.get(first?.id ?? 0) ?? 0)
    if (network === undefined) return []
    const { sample, problems: refusals } = sampleForks(network, request)
    problems.push(...refusals)
    if (sample === null) return []
    const sworn = { ...document, representativeForks: sample }
    return [{ document: sworn, evidence, problems: checkNotice(sworn).problems }]
  })
  return { notices, problems, refused: problems.length > 0 }
}

/** Whoever drafts decides whether the notice speaks of earlier ones. */
function tellOfHistory(
  { id, owner, name }: NoticeCandidate,
  history: ReadonlyMap<number, readonly EarlierClaim[]>,
): NoticeProblem[] {
  const [first] = history.get(id) ?? []
  if (first === undefined) return []
  return [
    warningOf(
      'returns-not-cited',
      `${owner}/${name} is ${first.earlier} come back, which our notice of ${first.sentOn} named, and the notice does not say so`,
      'Draft with --cite-returns to say so',
      `${owner}/${name}`,
    ),
  ]
}

function warnOfStanding(
  work: Work,
  { id, owner, name }: NoticeCandidate,
  standing: ReadonlyMap<number, string>,
): NoticeProblem[] {
  const notice = standing.get(id)
  if (notice === undefined) return []
  return [
    warningOf(
      'already-noticed',
      `${owner}/${name} is named in ${notice}, which is signed`,
      `Revise that notice instead: clawback notice draft ${work.slug} --kind revised --about ${notice}`,
      `${owner}/${name}`,
    ),
  ]
}

function nothingReviewed(work: Work): NoticeProblem {
  return warningOf(
    'nothing-reviewed',
    `No repository of ${work.slug} is reviewed as infringing`,
    `Review the matches first: clawback review ${work.slug} OWNER/NAME --decision infringing …`,
  )
}
