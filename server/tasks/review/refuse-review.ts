import type { MatchWithRepository } from '../../../db/queries/matches.ts'
import type { Work } from '../../../db/queries/works.ts'
import { isSamePerson } from '../../core/review/same-person.ts'
import type { Decision } from '../../core/repository/types.ts'
import { ClawbackError } from '../../errors.ts'
import type { Reviewed } from './read-standing.ts'

/** `first`; `second`: a second look by somebody else; `counsel`: counsel's own decision on what was referred. */
export type ReviewKind = 'first' | 'second' | 'counsel'

/**
 * Refuses a decision that may not be recorded.
 * @throws ClawbackError REVIEW_OFFICIAL, REVIEW_NO_EVIDENCE, REVIEW_PORT, REVIEW_COUNSEL, REVIEW_SECOND
 */
export function refuseReview(
  work: Work,
  { match, repository }: MatchWithRepository,
  { evidence, reviews }: Reviewed,
  input: { kind?: ReviewKind; decision: Decision; reviewer: string; official: boolean },
): void {
  const name = `${repository.owner}/${repository.name}`
  const refuse = (code: string, message: string, fix: string): never => {
    throw new ClawbackError(code, message, fix)
  }
  const latest = reviews.findLast(({ kind }) => kind !== 'second')
  if (input.kind === 'second') {
    if (latest === undefined) {
      refuse(
        'REVIEW_SECOND',
        `${name} was not decided yet`,
        'A second look follows a first: leave --second out.',
      )
    } else if (isSamePerson(latest.reviewer, input.reviewer)) {
      refuse(
        'REVIEW_SECOND',
        `${latest.reviewer} decided about ${name} first`,
        'A second look needs somebody else.',
      )
    }
  }
  if (input.kind === 'counsel') {
    if (latest?.decision !== 'needs-counsel') {
      refuse(
        'REVIEW_COUNSEL',
        `${name} was not referred to counsel`,
        `Refer it first: clawback review ${work.slug} ${name} --decision needs-counsel …`,
      )
    } else if (isSamePerson(latest.reviewer, input.reviewer)) {
      refuse('REVIEW_COUNSEL', `${latest.reviewer} referred ${name} to counsel`, 'Counsel is somebody else.')
    }
  }
  if (input.decision !== 'infringing') return
  if (input.official) {
    refuse(
      'REVIEW_OFFICIAL',
      `${name} is an official repository of ${work.slug}`,
      "The owner's own and licensed repositories are never infringing.",
    )
  }
  if (match.strength === 'none' || evidence.files === 0) {
    refuse(
      'REVIEW_NO_EVIDENCE',
      `There is no evidence against ${name}`,
      `Look at it again: clawback scan ${work.slug} --repository ${name}`,
    )
  }
  if (match.class === 'port' && input.kind !== 'counsel') {
    refuse(
      'REVIEW_PORT',
      `${name} is a port: no text of the work was found in it`,
      'Refer it with --decision needs-counsel; counsel decides with --counsel.',
    )
  }
}
