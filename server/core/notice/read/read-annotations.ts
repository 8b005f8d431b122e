/** Why GitHub processed a whole network, and how large it was; a size that GitHub left out is null. */
export interface NetworkNote {
  size: number | null
  reason: 'actively-forked' | 'over-100'
}

/** What GitHub noted about the handling of a notice. */
export interface Annotations {
  networks: NetworkNote[]
  /** Owners were contacted before anything was disabled. */
  preprocessingOpportunity: boolean
  /** A claim under 17 U.S.C. 1201 was made, and not followed. */
  circumventionNotFound: boolean
}

export function readAnnotations(annotations: readonly string[]): Annotations {
  return {
    networks: annotations.flatMap(readNetworkNote),
    preprocessingOpportunity: annotations.some((note) => /before disabling any content/i.test(note)),
    circumventionNotFound: annotations.some((note) => /valid anti-circumvention claim/i.test(note)),
  }
}

function readNetworkNote(note: string): NetworkNote[] {
  const flat = note.replace(/\s+/g, ' ')
  if (!/because/i.test(flat)) return []
  const size = /entire networks? of[^\w.]*_?(\d[\d.,]*)\s?(k\b)?/i.exec(flat)
  if (/actively being forked/i.test(flat)) return [{ size: sizeOf(size), reason: 'actively-forked' }]
  return /larger than one hundred/i.test(flat) ? [{ size: sizeOf(size), reason: 'over-100' }] : []
}

/** `9,225`, `8.1K`, `3.2k`, `173repositories`. */
function sizeOf(match: RegExpExecArray | null): number | null {
  if (match === null) return null
  const [, digits = '', thousands] = match
  return thousands === undefined
    ? Number(digits.replace(/[.,]/g, ''))
    : Math.round(Number(digits.replaceAll(',', '.')) * 1000)
}
