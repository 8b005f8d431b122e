import { isBlank } from './blank.ts'
import { isPersonalEmail } from './personal-data.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import type { Claimant } from './types.ts'

/** Whether GitHub can tell who complains, by what right, and how to answer. */
export function checkClaimant(claimant: Claimant): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  const missing = (code: string, what: string): void => {
    problems.push(errorOf(code, `The claimant has no ${what}`, 'Set it: clawback claimant set'))
  }
  if (isBlank(claimant.name)) missing('claimant-name-missing', 'name')
  if (isBlank(claimant.authority))
    missing('claimant-authority-missing', 'statement of ownership or authorization')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(claimant.email)) missing('claimant-email-missing', 'e-mail address')
  if (isBlank(claimant.phone) && isBlank(claimant.address)) {
    missing('claimant-contact-missing', 'telephone number or postal address')
  }
  if (claimant.role === 'agent' && isBlank(claimant.organization)) {
    problems.push(
      warningOf(
        'organization-missing',
        'The claimant acts for an owner and names no organization',
        'Set the organization, or claim as the owner',
      ),
    )
  }
  if (!isBlank(claimant.organization) && isPersonalEmail(claimant.email)) {
    problems.push(
      warningOf(
        'personal-email',
        'The e-mail address of the claimant is a personal one, and the notice is for an organization',
        "Use an address on the organization's domain: GitHub may not process the notice otherwise",
      ),
    )
  }
  return problems
}
