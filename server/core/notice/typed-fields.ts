import type { TypedField } from './check-text-fields.ts'
import type { WrittenPart } from './own-words.ts'
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
  const paragraphs: [string, string, WrittenPart][] = [
    ['description of the work', work.description, 'description'],
    ["infringer's contact", document.infringerContact, 'infringerContact'],
    ['technological measures', technologicalMeasures?.measures ?? '', 'technologicalMeasures'],
    ['account of the circumvention', technologicalMeasures?.circumvention ?? '', 'technologicalMeasures'],
    ['license', openSource?.license ?? '', 'openSource'],
    ['violation of the license', openSource?.violation ?? '', 'openSource'],
    ['way to comply', openSource?.changes ?? '', 'openSource'],
    ['change asked for', solution.kind === 'other-change' ? solution.change : '', 'solution'],
  ]
  return [
    ...claimantFields(document.claimant),
    { label: 'title of the work', value: work.title, oneLine: true, published: true },
    { label: 'owner of the work', value: work.owner, oneLine: true, published: true },
    { label: 'address of the work', value: work.url ?? '', oneLine: true, published: true, part: 'workUrl' },
    ...paragraphs.map(([label, value, part]) => ({ label, value, oneLine: false, published: true, part })),
  ]
}

/** Every value of a retraction that somebody typed. */
export function retractionFields({ claimant, work, reason }: RetractionDocument): TypedField[] {
  return [
    ...claimantFields(claimant),
    { label: 'title of the work', value: work.title, oneLine: true, published: true },
    { label: 'reason', value: reason, oneLine: false, published: true, part: 'reason' },
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
    {
      label: 'description of the work',
      value: work.description,
      oneLine: false,
      published: true,
      part: 'description',
    },
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
      part: 'authority',
    },
    { label: 'e-mail address', value: claimant.email, oneLine: true, published: false },
    { label: 'telephone number', value: claimant.phone ?? '', oneLine: true, published: false },
    { label: 'postal address', value: claimant.address ?? '', oneLine: false, published: false },
  ]
}
