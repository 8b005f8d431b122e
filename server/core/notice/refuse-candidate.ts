import type { NoticeCandidate } from './candidate.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import type { MaterialFile } from './types.ts'
import { fullName } from './same-repository.ts'
import { isRepositoryName } from './material-url.ts'

/**
 * Why a notice may not name this repository; empty when it may. This is the gate that every drafted name passes:
 * a wrong name is a false statement under oath (17 U.S.C. 512(f)), and fair use must have been considered by a
 * person before (Lenz v. Universal Music, 815 F.3d 1145).
 */
export function refuseCandidate(candidate: NoticeCandidate, isOfficial: boolean): NoticeProblem[] {
  const name = fullName(candidate)
  const refusals: NoticeProblem[] = []
  const refuse = (code: string, message: string, fix: string): void => {
    refusals.push(errorOf(code, message, fix, name))
  }

  if (!isRepositoryName(candidate)) {
    refuse('repository-name-invalid', 'A repository has a name that GitHub does not use', 'Scan again')
  }
  if (isOfficial) {
    refuse(
      'repository-official',
      `${name} is an official repository: the owner's own or licensed code never infringes`,
      'Leave it out; if it is not official, remove it from the official list and review it',
    )
  }
  if (candidate.decision === null) {
    refuse('repository-unreviewed', `${name} was not reviewed`, 'Review it: clawback review')
  } else if (candidate.decision !== 'infringing') {
    refuse(
      'repository-not-infringing',
      `${name} was reviewed as ${candidate.decision}`,
      'Leave it out, or review it again',
    )
  }
  if (candidate.class === 'port') {
    refuse(
      'repository-port',
      `${name} is a port: no text of the work was found in it`,
      'Ask counsel: a claim about a port is not drafted here',
    )
  }
  if (candidate.class === 'none' || candidate.strength === 'none') {
    refuse('repository-no-match', `${name} does not hold the work as far as it was compared`, 'Leave it out')
  }
  if (candidate.evidence.length === 0) {
    refuse('repository-without-evidence', `${name} has no evidence`, 'Scan it: clawback scan --repository')
  } else if (!candidate.evidence.every(isWholeEvidence)) {
    refuse(
      'evidence-incomplete',
      `Evidence about ${name} lacks a path, branch, commit, blob id or permalink`,
      'Scan it again: clawback scan --repository',
    )
  }
  return refusals
}

/** Evidence can be found again by anyone: full object ids (SHA-1 or SHA-256) and a permalink at the commit. */
function isWholeEvidence(file: MaterialFile): boolean {
  const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
  return (
    file.path !== '' &&
    file.ref !== '' &&
    isWellFormed(file.path) &&
    isWellFormed(file.ref) &&
    objectId.test(file.blob) &&
    objectId.test(file.commit) &&
    file.permalink.startsWith('https://') &&
    file.permalink.includes(file.commit)
  )
}

/** Without lone surrogates, which no URL can carry. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}
