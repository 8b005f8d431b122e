import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import type { NoticeDocument } from './types.ts'

/** A signature is the full name of the claimant, whose statements they are. */
export function checkSignature({ signature, claimant }: NoticeDocument): NoticeProblem[] {
  if (signature === null) {
    return [
      warningOf('not-signed', 'The notice is not signed', 'Sign it: clawback notice sign ID --name NAME'),
    ]
  }
  if (signature.name.trim() !== claimant.name.trim()) {
    return [
      errorOf(
        'signature-name',
        'The signature is not the name of the claimant',
        'Sign with the full name that the claimant has, or correct the claimant and draft again',
      ),
    ]
  }
  return []
}
