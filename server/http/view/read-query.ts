import { ClawbackError } from '../../errors.ts'

/**
 * The parameters of a query that a page knows, empty ones left out: a form sends them all.
 * @throws ClawbackError FILTER_INVALID when one is given twice or is longer than a person types
 */
export function readQuery<Name extends string>(
  given: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { [name in Name]?: string } {
  const query: { [name in Name]?: string } = {}
  for (const name of names) {
    const value = given[name]
    if (value === undefined || value === '') continue
    if (typeof value !== 'string' || value.length > 4096) {
      throw new ClawbackError(
        'FILTER_INVALID',
        `"${name}" cannot be read`,
        'Give it once, in the words that the page offers.',
      )
    }
    query[name] = value
  }
  return query
}

/** A page number from 1; anything else is the first page. */
export function readPage(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1
}
