import { attributeNotice } from '../repository/attribute-notice.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import { fullName } from './same-repository.ts'
import { namedRepositories } from './accused.ts'
import type { EarlierClaim, TakedownDocument } from './types.ts'

/** What a notice says of earlier ones is sworn, too: about what it names, with what GitHub can find, and tied to it. */
export function checkHistory(document: TakedownDocument): NoticeProblem[] {
  const named = new Set(namedRepositories(document).map((one) => fullName(one).toLowerCase()))
  return (document.history ?? []).flatMap((claim) => [
    ...(isAbout(claim, named)
      ? []
      : [
          errorOf(
            'history-unfounded',
            `The notice says that ${claim.earlier} came back as ${claim.repository}, which it does not name or nothing ties to it`,
            'Draft the notice again',
            claim.repository,
          ),
        ]),
    ...(isFindable(claim)
      ? []
      : [
          warningOf(
            'history-not-findable',
            `The notice of ${claim.sentOn} about ${claim.earlier} is cited with neither its ticket nor its published address`,
            'Record the ticket: clawback notice sent ID --ticket; or draft without --cite-returns',
            claim.repository,
          ),
        ]),
  ])
}

function isAbout({ repository, earlier, ties }: EarlierClaim, named: ReadonlySet<string>): boolean {
  const isSame = repository.toLowerCase() === earlier.toLowerCase()
  return named.has(repository.toLowerCase()) && !isSame && ties.length > 0
}

function isFindable({ ticket, publishedUrl }: EarlierClaim): boolean {
  return /^\d{7}$/.test(ticket ?? '') || attributeNotice(publishedUrl, [{ publishedUrl }]) !== undefined
}
