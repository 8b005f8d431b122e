import Handlebars from 'handlebars'

/**
 * Characters that a page must not obey and a reader must not miss: controls, format characters such as the
 * bidirectional overrides that make code read otherwise than it runs (CVE-2021-42574), separators and lone
 * surrogates. Tab and line feed are layout, not text, and the caller splits lines first.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu

/** Joiners shape letters in Persian, Hindi and emoji: hidden only where they follow ASCII and so shape nothing. */
const joiner = /[\u200C\u200D]/

/** Text as HTML in which nothing is hidden: each such character becomes a small mark that names it. */
export function visibleHtml(text: string): string {
  let html = ''
  let end = 0
  for (const match of text.matchAll(hidden)) {
    const [character] = match
    if (character === '\t' || character === '\n' || shapesLetters(text, match.index, character)) continue
    html += Handlebars.escapeExpression(text.slice(end, match.index)) + mark(character)
    end = match.index + character.length
  }
  return html + Handlebars.escapeExpression(text.slice(end))
}

/** The same in plain text, for titles and attributes. */
export function visibleText(text: string): string {
  return text.replace(hidden, (character: string, index: number) =>
    shapesLetters(text, index, character) ? character : `⟨${nameOf(character)}⟩`,
  )
}

function shapesLetters(text: string, index: number, character: string): boolean {
  return joiner.test(character) && index > 0 && text.charCodeAt(index - 1) > 0x7f
}

function mark(character: string): string {
  return `<span class="control">${nameOf(character)}</span>`
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
