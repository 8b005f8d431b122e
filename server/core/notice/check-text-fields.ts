import { findLinks } from './read/find-links.ts'
import { holdsPersonalData } from './personal-data.ts'
import type { WrittenPart } from './own-words.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import { containsFormText } from './recognize-form-text.ts'

/** One typed value of a notice and what to call it in a message. */
export interface TypedField {
  label: string
  value: string
  /** A name or a title, not a paragraph. */
  oneLine: boolean
  /** GitHub publishes it, where a contact or a signature is withheld. */
  published: boolean
  /** The part of a notice that it belongs to, where a person may write it in the draft. */
  part?: WrittenPart
}

/**
 * Problems of typed text: what a reader would not see (control, bidirectional and zero-width characters), what would
 * be read as part of the form (a question or a sworn statement inside an answer), and personal data that would be
 * published in github/dmca.
 */
export function checkTextFields(fields: readonly TypedField[]): NoticeProblem[] {
  return fields.flatMap(checkTextField)
}

function checkTextField({ label, value, oneLine, published, part }: TypedField): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (hasHiddenCharacter(value)) {
    problems.push(
      errorOf(
        'hidden-character',
        `The ${label} holds a character that a reader does not see`,
        'Type it again without control, direction or zero-width characters',
      ),
    )
  }
  if (oneLine && /[\n\r\u2028\u2029]/.test(value)) {
    problems.push(errorOf('line-break', `The ${label} has more than one line`, 'Write it on one line'))
  }
  if (containsFormText(value)) {
    problems.push(
      errorOf(
        'reads-as-form',
        `The ${label} holds words of the form: a question, or a statement that is sworn`,
        'Say it in other words, so that nobody reads it as an answer or as an oath',
      ),
    )
  }
  if (!oneLine && findLinks(value).some(({ kind }) => kind === 'repository')) {
    problems.push(
      warningOf(
        'address-in-text',
        `The ${label} holds the address of a repository: in a letter it could be taken for a claimed one`,
        'Give the address of the original in the field for it, and no other address in text',
      ),
    )
  }
  if (published && holdsPersonalData(value)) {
    problems.push(
      warningOf(
        'personal-data',
        `The ${label} holds an e-mail address or a telephone number, and GitHub publishes notices`,
        'Keep contact details in the contact field, which is withheld',
      ),
    )
  }
  return part === undefined ? problems : problems.map((problem) => ({ ...problem, part }))
}

/** Control characters but tab and line feed, directional overrides and isolates, zero-width characters but joiners. */
function hasHiddenCharacter(value: string): boolean {
  return (
    /[^\P{Cc}\t\n\r]/u.test(value) ||
    /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u.test(value) ||
    /\p{Surrogate}/u.test(value)
  )
}
