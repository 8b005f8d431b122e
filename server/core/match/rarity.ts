import { Kind } from '../fingerprint/tokens.ts'

/** Eighths of a bit, so that a byte holds up to 32 bits. */
export const EIGHTHS = 8

/** How surprising a token is, in eighths of a bit, by how many public files hold it. */
export type Rarity = (hash: number, text: Uint8Array) => number

/** Whether a kind of token can be evidence at all: numbers, imports and marks never are. */
export function canBeEvidence(kind: number): boolean {
  return kind === Kind.name || kind === Kind.property || kind === Kind.shorthand || kind === Kind.string
}

/** Without counts, length is what is left: short words are everyone's. */
export const rarityByLength: Rarity = (_hash, text) => (text.length < 4 ? 2 * EIGHTHS : 8 * EIGHTHS)
