import type { TypedField } from './check-text-fields.ts'
import type {
  Claimant,
  LetterDocument,
  PreservationDocument,
  ReplyDocument,
  RetractionDocument,
  TakedownDocument,
} from './types.ts'

/** Every value of a takedown notice that somebody typed. */
export function takedownFields(document: TakedownDocument): TypedField[] {
  const { work, solution, technologicalMeasures, openSource } = document
  const paragraphs: [string, string][] = [
    ['description of the work', work.description],
    ["infringer's contact", document.infringerContact],
    ['technological measures', technologicalMeasures?.measures ?? ''],
    ['account of the circumvention', technologicalMeasures?.circumvention ?? ''],
    ['license', openSource?.license ?? ''],
    ['violation of the license', openSource?.violation ?? ''],
    ['way to comply', openSource?.changes ?? ''],
    ['change asked for', solution.kind === 'other-change' ? solution.change : ''],
  ]
  return [
    ...claimantFields(document.claimant),
    { label: 'title of the work', value: work.title, oneLine: true, published: true },
    { label: 'owner of the work', value: work.owner, oneLine: true, published: true },
    { label: 'address of the work', value: work.url ?? '', oneLine: true, published: true },
    ...paragraphs.map(([label, value]) => ({ label, value, oneLine: false, published: true })),
  ]
}

/** Every value of a retraction that somebody typed. */
export function retractionFields({ claimant, work, reason }: RetractionDocument): TypedField[] {
  return [
    ...claimantFields(claimant),
    { label: 'title of the work', value: work.title, oneLine: true, published: true },
    { label: 'reason', value: reason, oneLine: false, published: true },
  ]
}

/** Every value of a letter that somebody typed. */
export function letterFields(document: ReplyDocument | PreservationDocument | LetterDocument): TypedField[] {
  const { claimant, work } = document
  const provider = document.kind === 'letter' ? document.provider.agent : ''
  return [
    ...claimantFields(claimant),
    { label: 'title of the work', value: work.title, oneLine: true, published: true },
    { label: 'owner of the work', value: work.owner, oneLine: true, published: true },
    { label: 'description of the work', value: work.description, oneLine: false, published: true },
    { label: "provider's agent", value: provider, oneLine: false, published: false },
  ]
}

function claimantFields(claimant: Claimant): TypedField[] {
  return [
    { label: 'name of the claimant', value: claimant.name, oneLine: true, published: false },
    { label: 'organization', value: claimant.organization, oneLine: true, published: true },
    {
      label: 'statement of ownership or authorization',
      value: claimant.authority,
      oneLine: false,
      published: true,
    },
    { label: 'e-mail address', value: claimant.email, oneLine: true, published: false },
    { label: 'telephone number', value: claimant.phone ?? '', oneLine: true, published: false },
    { label: 'postal address', value: claimant.address ?? '', oneLine: false, published: false },
  ]
}
