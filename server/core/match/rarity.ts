import { Kind } from '../fingerprint/tokens.ts'

/** Eighths of a bit, so that a byte holds up to 32 bits. */
export const EIGHTHS = 8

/** Whether a kind of token can be evidence at all: numbers, imports, keywords and marks never are. */
export function canBeEvidence(kind: number): boolean {
  return kind === Kind.name || kind === Kind.property || kind === Kind.shorthand || kind === Kind.string
}

export function isImport(kind: number): boolean {
  return kind === Kind.import || kind === Kind.importText
}
