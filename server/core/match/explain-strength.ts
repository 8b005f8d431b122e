import { besideEachOther, isEnough } from './closely/decide-alike.ts'
import {
  COMPANY,
  COMPANY_BITS,
  IDENTICAL_BITS,
  LONG_PASSAGE,
  LONG_PASSAGE_BITS,
  MOST,
  MOST_BITS,
  NOTHING_ELSE,
  NOTHING_ELSE_BITS,
  STRONG_BITS,
  STRONG_PASSAGE,
  WEAK_BITS_OF_WHOLE,
  WHOLE,
  WHOLE_BITS,
} from './decide-file.ts'
import type { MatchClass, Strength } from './types.ts'

/** What is kept of one file of the evidence. */
export interface KeptMeasures {
  class: MatchClass
  strength: Strength
  /** Rounded. */
  bits: number
  ofOriginal: number
  ofCandidate: number
  /** Originals that the same file holds beyond doubt. */
  company: number
}

/** One thing that would make a file strong. `holds` null: the measure is not kept, and nothing else tells. */
export interface StrengthCondition {
  wanted: string
  found: string
  holds: boolean | null
}

/**
 * Each condition under which a file is strong, with what was found: one that holds is enough. It says again what
 * `decideFile` decided when the file was compared; it decides nothing.
 */
export function explainStrength(file: KeptMeasures): StrengthCondition[] {
  switch (file.class) {
    case 'exact':
    case 'normalized':
      return [identical(file)]
    case 'port':
      return [
        {
          wanted: 'A passage of the work’s own text',
          found: 'names, texts and their order, and no passage: an interface prescribes names too',
          holds: false,
        },
      ]
    case 'modified':
    case 'partial':
    case 'none':
      return inParts(file)
  }
}

function identical({ class: matchClass, strength, bits }: KeptMeasures): StrengthCondition {
  const same = matchClass === 'exact' ? 'every byte is the same' : 'every token is the same, in order'
  return {
    wanted: `Identical, with at least ${IDENTICAL_BITS} bits: from ${WEAK_BITS_OF_WHOLE} on it is weak, a licence or a line is anyone’s`,
    found: `${same}, ${bits} bits`,
    holds: strength === 'strong',
  }
}

function inParts(file: KeptMeasures): StrengthCondition[] {
  const { strength, bits, ofOriginal, ofCandidate, company } = file
  const isStrong = strength === 'strong'
  // Kept rounded: what a hair decided is decided as it was.
  const has = (limit: number) => bits + (isStrong ? 0.5 : -0.5) >= limit
  const known: StrengthCondition[] = [
    {
      wanted: `${STRONG_BITS} bits of evidence in all`,
      found: `${bits} bits`,
      holds: has(STRONG_BITS),
    },
    {
      wanted: `The same from end to end: ${percent(WHOLE)} of both files, ${WHOLE_BITS} bits`,
      found: `${percent(ofOriginal)} of the original, ${percent(ofCandidate)} of this file, ${bits} bits`,
      holds: has(WHOLE_BITS) && ofOriginal >= WHOLE && ofCandidate >= WHOLE,
    },
    {
      wanted: `Most of both: ${percent(MOST)} of each, ${MOST_BITS} bits`,
      found: `${percent(ofOriginal)} of the original, ${percent(ofCandidate)} of this file, ${bits} bits`,
      holds: has(MOST_BITS) && ofOriginal >= MOST && ofCandidate >= MOST,
    },
    {
      wanted: `Nothing else in this file: ${percent(NOTHING_ELSE)} of it, ${NOTHING_ELSE_BITS} bits`,
      found: `${percent(ofCandidate)} of this file, ${bits} bits`,
      holds: has(NOTHING_ELSE_BITS) && ofCandidate >= NOTHING_ELSE,
    },
    {
      wanted: `In company: ${COMPANY} originals beyond doubt in the same file, and ${COMPANY_BITS} bits for this one (${WHOLE_BITS} where ${percent(WHOLE)} of it is here)`,
      found: `${company} ${company === 1 ? 'original' : 'originals'} beyond doubt, ${bits} bits`,
      holds: company >= COMPANY && (has(COMPANY_BITS) || (has(WHOLE_BITS) && ofOriginal >= WHOLE)),
    },
  ]
  if (isStrong) known.push(...fromEndToEnd(file))
  const some = known.some(({ holds }) => holds === true)
  return [...known, ...passages(isStrong, some), ...shortText(isStrong, some)]
}

/** Asked only of what is strong: a file that was not laid beside the original has this much of it by chance. */
function fromEndToEnd({ bits, ofOriginal, ofCandidate }: KeptMeasures): StrengthCondition[] {
  return besideEachOther.map((least) => {
    const shares = least.ofOriginal > 0 ? `${percent(least.ofOriginal)} of it, ` : ''
    return {
      wanted: `${least.what}, laid beside it from end to end: ${shares}${percent(least.ofCandidate)} of this file, ${least.bits} bits`,
      found: `${percent(ofOriginal)} of the original, ${percent(ofCandidate)} of this file, ${bits} bits`,
      holds: isEnough({ bits: bits + 0.5, ofOriginal, ofCandidate }, least),
    }
  })
}

/** What is not kept follows from what was decided, but where something else decided it. */
function passages(isStrong: boolean, some: boolean): StrengthCondition[] {
  const holds = !isStrong ? false : some ? null : true
  const found = !isStrong
    ? 'no such passage of code'
    : some
      ? 'not kept with the evidence: what holds above is enough'
      : 'such a passage: nothing else made it strong'
  return [
    {
      wanted: `One unbroken passage, name for name: ${STRONG_PASSAGE} bits, or ${LONG_PASSAGE} words and signs that tell ${LONG_PASSAGE_BITS}`,
      found,
      holds,
    },
  ]
}

function shortText(isStrong: boolean, some: boolean): StrengthCondition[] {
  if (isStrong || !some) return []
  return [
    {
      wanted:
        'More than a short text in quotes or in a comment, more than a list of names, and a passage among it: formats, protocols and APIs prescribe the rest',
      found: 'no more than that, or judged under earlier rules: whatever holds above is not enough',
      holds: false,
    },
  ]
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
