import type { MatchClass, Strength } from './types.ts'

/** The measures that decide about a file; `Evidence` explains them. */
export interface FileMeasures {
  bits: number
  tokenBits: number
  tableBits: number
  passageBits: number
  writtenBits: number
  passageTokens: number
  isShortText: boolean
  ofOriginal: number
  ofCandidate: number
}

/** Two files on one subject share words and idioms, but not so much of them in one order. */
export const STRONG_BITS = 80
/**
 * … and somewhere one says it as the other does, in code or in sentences. Names that lie scattered, however many, are those of a subject
 * (constants of an interface, tags, roles, months), and whoever treats it names them in its order.
 */
export const SOME_PASSAGE = 15
/** One unbroken passage, name for name: nobody writes it twice. */
export const STRONG_PASSAGE = 40
/**
 * A passage as long as a function, name for name, with this much that is rare on one page of it. Strangers share
 * messages that tell as much and lists that go on as long, but neither does both.
 */
export const LONG_PASSAGE = 48
export const LONG_PASSAGE_BITS = 30
/** Where two files are the same from end to end, little has to be said by rare names. */
export const WHOLE = 0.7
export const WHOLE_BITS = 20
/**
 * The same from the first to the last, and nothing left out: then a list is as good as code. Who lists the same for
 * themselves leaves something out, adds something or writes it otherwise.
 */
export const WHOLE_LIST = 0.97
/** Where most of both is the same, some more. */
export const MOST = 0.6
export const MOST_BITS = 40
/** A candidate that consists of nothing but a part of an original. */
export const NOTHING_ELSE = 0.85
export const NOTHING_ELSE_BITS = 30
/** In a file that holds this many originals beyond doubt (a bundle), the next one needs less. */
export const COMPANY = 3
export const COMPANY_BITS = 35
/** Most of an original is there: a modified copy, not a part of it. */
export const MODIFIED = 0.6
/** Below this, what is shared is an idiom and not worth a person's look. */
export const WEAK_BITS = 28

/**
 * What the measures of one original say about a file. The first rule that holds decides.
 *
 * true: half of a file pasted into another, 30 names and texts in one passage: 90 bits → strong.
 * true: every name replaced, all else in order from end to end: 25 bits of texts and order, 0.9 of both → strong.
 * false: two clients of one generator: 60 bits in pieces, 0.4 of the original → weak.
 * false: the head that a file format prescribes, in quotes in both: 37 words, 120 bits → weak.
 * false: the same table of paper sizes: short entries count a quarter → weak or none.
 * false: thirty constants of an interface in its order, with other code between them: 90 bits, none in a passage → weak.
 * false: the same hundred key words of SQL, or months of a language, and nothing else: 120 bits of a list → weak.
 *
 * @param company originals that the same file holds beyond doubt
 */
export function decideFile(
  measures: FileMeasures,
  company: number,
): { class: MatchClass; strength: Strength } {
  const matchClass = measures.ofOriginal >= MODIFIED ? 'modified' : 'partial'
  if (!measures.isShortText && isStrong(measures, company)) return { class: matchClass, strength: 'strong' }
  if (measures.bits >= WEAK_BITS) return { class: matchClass, strength: 'weak' }
  return { class: 'none', strength: 'none' }
}

function isStrong(
  {
    bits: all,
    tokenBits,
    tableBits,
    passageBits,
    writtenBits,
    passageTokens,
    ofOriginal,
    ofCandidate,
  }: FileMeasures,
  company: number,
): boolean {
  // However long a list is, what it names is prescribed: it adds no more than what stands around it shows.
  const bits = Math.min(all, 2 * (all - tableBits))
  const inPassages = Math.max(passageBits, writtenBits) >= SOME_PASSAGE ? bits : all - tokenBits
  return (
    inPassages >= STRONG_BITS ||
    passageBits >= STRONG_PASSAGE ||
    passageTokens >= LONG_PASSAGE ||
    (bits >= WHOLE_BITS && ofOriginal >= WHOLE && ofCandidate >= WHOLE) ||
    (all >= WHOLE_BITS && ofOriginal >= WHOLE_LIST && ofCandidate >= WHOLE_LIST) ||
    (bits >= MOST_BITS && ofOriginal >= MOST && ofCandidate >= MOST) ||
    (bits >= NOTHING_ELSE_BITS && ofCandidate >= NOTHING_ELSE) ||
    (company >= COMPANY && (bits >= COMPANY_BITS || (bits >= WHOLE_BITS && ofOriginal >= WHOLE)))
  )
}

/** Evidence that an identical file must hold to speak for itself: a licence or a one-line file is anyone's. */
export const IDENTICAL_BITS = 20

/** Below this, equal tokens are an idiom (`export const version = …`). */
export const WEAK_BITS_OF_WHOLE = 12
