/**
 * How a character stands in print when the font has no shape for it. `⟨` itself is always written by number, so
 * that print can be turned back into exactly the text that it shows.
 */
export function characterNumber(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

/**
 * Characters that a shape would not tell apart from others, or that would move their neighbours: controls and
 * invisible ones, spaces that are not the space, marks that join the letter before them, and right-to-left scripts,
 * whose order a PDF's lines lose. Beyond U+FFFF a line break could cut a character in two. In a path any of them
 * may be the whole difference between two files.
 */
const ambiguous =
  /[\p{C}\p{Zl}\p{Zp}\p{M}⟨]|(?! )\p{Zs}|[\u0590-\u08FF\uFB00-\uFDFF\uFE70-\uFEFF]|[\u{10000}-\u{10FFFF}]/u

/** What each character of a text is printed as: itself, a line break, or its number. */
export function showText(text: string, hasShape: (codePoint: number) => boolean): string[] {
  return Array.from(text, (character) => {
    if (character === '\n') return character
    const plain = !ambiguous.test(character) && hasShape(character.codePointAt(0)!)
    return plain ? character : characterNumber(character)
  })
}
