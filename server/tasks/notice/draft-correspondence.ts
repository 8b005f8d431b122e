import { selectMatches, type MatchWithRepository } from '../../../db/queries/matches.ts'
import type { Notice } from '../../../db/queries/notices.ts'
import { draftPreservation, draftReply } from '../../core/notice/draft-correspondence.ts'
import { warningOf } from '../../core/notice/problem.ts'
import { isTakedown, namedRepositories } from '../../core/notice/accused.ts'
import { ClawbackError } from '../../errors.ts'
import { describeWork, referTo } from './describe-subject.ts'
import type { DraftApp, DraftInput, DraftReport, Subject } from './draft-notices.ts'
import { keepDrafts } from './keep-drafts.ts'
import { readCandidates } from './notice-candidates.ts'
import { readDocument } from './notice-summary.ts'
import { selectRepositories } from './select-repositories.ts'

/**
 * A reply about a notice after owners had time for changes, or a request to preserve records. Both name repositories
 * as holding the work, so both pass the gate of a notice.
 */
export async function draftCorrespondence(
  app: DraftApp,
  { work, claimant }: Subject,
  about: Notice | null,
  input: DraftInput,
): Promise<DraftReport> {
  const matches = await selectMatches(app.db, work.id, {})
  const common = { work: describeWork(work), claimant }
  const selected = selectRepositories(input)
  if (input.kind === 'reply' && about !== null) {
    const notice = readDocument(about)
    if (!isTakedown(notice)) throw noTakedown(about)
    const named = new Set(namedRepositories(notice).map(({ id }) => id))
    const found = matches.filter(({ repository }) => named.has(repository.id) && selected(repository))
    const settled = new Set(found.filter(isSettled).map(({ repository }) => repository.id))
    const read = await readCandidates(
      app.db,
      work,
      found.filter((one) => !isSettled(one)),
    )
    const inQuestion = namedRepositories(notice).filter(selected)
    const { document, problems } = draftReply({
      ...common,
      ...read,
      about: referTo(about),
      notice: { ...notice, repositories: inQuestion, forks: [] },
      settled,
    })
    const documents = document.remaining.length + document.settled.length === 0 ? [] : [document]
    return {
      notices: await keepDrafts(app, work, about, documents),
      problems: [...read.problems, ...problems],
      reach: [],
    }
  }
  const found = matches.filter(
    ({ match, repository }) =>
      selected(repository) && (match.decision === 'infringing' || input.only.length > 0),
  )
  const read = await readCandidates(app.db, work, found)
  const { document, problems } = draftPreservation({
    ...common,
    ...read,
    about: about === null ? null : referTo(about),
  })
  const isEmpty = document.repositories.length === 0
  return {
    notices: await keepDrafts(app, work, about, isEmpty ? [] : [document]),
    problems: [
      ...read.problems,
      ...problems,
      ...(isEmpty && found.length === 0
        ? [
            warningOf(
              'nothing-reviewed',
              'No repository is reviewed as infringing',
              'Review the matches first',
            ),
          ]
        : []),
    ],
    reach: [],
  }
}

/** The last look found none of the work, or the material gone. */
function isSettled({ match, repository }: MatchWithRepository): boolean {
  return match.strength === 'none' || ['changed', 'gone'].includes(repository.availability)
}

function noTakedown(about: Notice): ClawbackError {
  return new ClawbackError(
    'NOTICE_ABOUT_INVALID',
    `${about.id} is a ${about.kind}: it claims nothing`,
    'Give the takedown notice that owners made changes after.',
  )
}
