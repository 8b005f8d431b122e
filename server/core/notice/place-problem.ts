import type { WrittenPart } from './own-words.ts'
import type { NoticeProblem } from './problem.ts'

/** Where a person mends each problem that words alone mend. */
const places: Readonly<Record<string, WrittenPart>> = {
  'work-description-missing': 'description',
  'work-url-invalid': 'workUrl',
  'claims-original': 'workUrl',
  'claimant-authority-missing': 'authority',
  'anti-circumvention': 'technologicalMeasures',
  'open-source': 'openSource',
  'open-source-answers-missing': 'openSource',
  'remedy-not-removal': 'solution',
  'change-missing': 'solution',
  'statement-missing-goodfaith': 'statements',
  'statement-missing-fairuse': 'statements',
  'statement-missing-perjury': 'statements',
  'statement-missing-guide': 'statements',
}

/** The part of a notice that a problem is about; null where no words mend it, so that it stands above all fields. */
export function placeProblem({ part, code }: NoticeProblem): WrittenPart | null {
  return part ?? (Object.hasOwn(places, code) ? places[code]! : null)
}
