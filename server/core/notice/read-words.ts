import { writtenParts, type NoticeWords, type WrittenPart } from './own-words.ts'
import type { NoticeDocument } from './types.ts'

type Shape = (value: unknown) => boolean

const text: Shape = (value) => typeof value === 'string'
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value)

/** An object of these members and no other. */
function members(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value) =>
    isObject(value) &&
    Object.keys(value).length === Object.keys(shapes).length &&
    Object.entries(shapes).every(([name, shape]) => Object.hasOwn(value, name) && shape(value[name]))
}

const solution: Shape = (value) =>
  isObject(value) && value['kind'] === 'other-change'
    ? members({ kind: text, change: text })(value)
    : members({ kind: (kind) => kind === 'must-be-removed' || kind === 'can-be-made-private' })(value)

const ticked: Shape = (value) => typeof value === 'boolean'

const shapes: Readonly<Record<WrittenPart, Shape>> = {
  description: text,
  workUrl: text,
  authority: text,
  infringerContact: text,
  reason: text,
  solution,
  technologicalMeasures: orNull(members({ measures: text, circumvention: text })),
  openSource: orNull(members({ license: text, violation: text, changes: text })),
  statements: members({ goodFaith: ticked, fairUse: ticked, perjury: ticked, guide: ticked }),
}

/**
 * The words that a person gives as data for a document: some of its parts, lines ending in LF. Or what is wrong with
 * them: a part that this kind of document has no place for, or one of another shape. Nothing is passed over in silence.
 */
export function readWords(
  given: unknown,
  document: NoticeDocument,
): { words: Partial<NoticeWords> } | { problem: string } {
  if (!isObject(given)) return { problem: 'the words are not an object of parts' }
  const parts: readonly string[] = writtenParts(document)
  for (const [part, value] of Object.entries(given)) {
    if (!parts.includes(part)) {
      return { problem: `a ${document.kind} has no part "${part}"; its parts are ${parts.join(', ')}` }
    }
    if (!shapes[part as WrittenPart](value))
      return { problem: `"${part}" is of another shape than it is shown` }
  }
  const read = JSON.parse(JSON.stringify(given), (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value,
  ) as Partial<NoticeWords>
  return { words: read }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
