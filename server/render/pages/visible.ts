import Handlebars from 'handlebars'

/**
 * Characters that a page must not obey and a reader must not miss: controls, format characters such as the
 * bidirectional overrides that make code read otherwise than it runs (CVE-2021-42574), separators and lone
 * surrogates.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu

/** The controls that lay out a text of several lines. In a name they are as hidden as any other. */
const layout = new Set(['\t', '\n'])

/** Joiners shape letters in Persian, Hindi and emoji; after anything else they shape nothing and hide. */
const joiner = /[\u200C\u200D]/
const shaped = /(?=[^\0-\x7F])[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u

/** A text as HTML in which nothing is hidden: each hidden character becomes a small mark that names it. */
export function visibleHtml(text: string): string {
  return markHidden(text, layout)
}

/** Right-to-left letters: Hebrew, Arabic and the scripts beside them, and the forms that typesetters drew of them. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EEFF}]/u

/** As visibleHtml, for a text that stands in a line with others: one that reads right to left turns none of them. */
export function visibleInLineHtml(text: string): string {
  const html = visibleHtml(text)
  return rightToLeft.test(text) ? `<bdi>${html}</bdi>` : html
}

/** A name, a path or a line of code: tabs and line feeds are marked too. */
export function visibleNameHtml(name: string): string {
  return markHidden(name, new Set())
}

/** A name in plain text, for a title. */
export function visibleText(name: string): string {
  return name.replace(hidden, (character: string, index: number) =>
    shapesLetters(name, index, character) ? character : `⟨${nameOf(character)}⟩`,
  )
}

function markHidden(text: string, kept: ReadonlySet<string>): string {
  let html = ''
  let end = 0
  for (const match of text.matchAll(hidden)) {
    const [character] = match
    if (kept.has(character) || shapesLetters(text, match.index, character)) continue
    html += Handlebars.escapeExpression(text.slice(end, match.index))
    html += `<span class="control">${nameOf(character)}</span>`
    end = match.index + character.length
  }
  return html + Handlebars.escapeExpression(text.slice(end))
}

function shapesLetters(text: string, index: number, character: string): boolean {
  return joiner.test(character) && shaped.test(text.slice(Math.max(0, index - 2), index))
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
