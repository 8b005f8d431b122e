/** A document without stacked blank lines, ending in one line break. */
export function tidy(text: string): string {
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`
}
