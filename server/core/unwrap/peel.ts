import type { Tokens } from '../fingerprint/tokens.ts'
import { decodeRuns } from './decode-runs.ts'
import type { Inside } from './inside.ts'
import { plainCharacters } from './plain-characters.ts'
import { unescapeMarkup } from './unescape-markup.ts'
import { unquote } from './unquote.ts'
import { mayHavePrefixes, withoutPrefixes } from './without-prefixes.ts'

export interface Peeled {
  inside: Inside
  /** The same text written otherwise, not a text inside of it. */
  isWhole: boolean
}

/**
 * What a text holds one layer below: each wrapping taken off by itself. A text in two wrappings is peeled twice.
 *
 * @param tokens those of `text`, as it was read
 */
export function peel(text: Inside, tokens: Tokens): Peeled[] {
  const found: Peeled[] = []
  put(found, unquote(text, tokens), false)
  put(found, unescapeMarkup(text), false)
  put(found, withoutPrefixes(text), true)
  put(found, decodeRuns(text), false)
  put(found, plainCharacters(text), true)
  return found
}

/** The same for a program: what it cannot hold is not looked for, since nearly every file compared is one. */
export function peelProgram(text: Inside, tokens: Tokens): Peeled[] {
  const found: Peeled[] = []
  put(found, unquote(text, tokens), false)
  if (mayHavePrefixes(text.bytes)) put(found, withoutPrefixes(text), true)
  if (tokens.mayHoldData) put(found, decodeRuns(text), false)
  put(found, plainCharacters(text), true)
  return found
}

/** Only the texts in quotes. */
export function peelQuotes(text: Inside, tokens: Tokens): Peeled[] {
  const found: Peeled[] = []
  put(found, unquote(text, tokens), false)
  return found
}

function put(found: Peeled[], inside: Inside | undefined, isWhole: boolean): void {
  if (inside) found.push({ inside, isWhole })
}
