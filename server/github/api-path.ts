import { ClawbackError } from '../errors.ts'

/**
 * A path of the API with every value encoded as one segment. A value that a URL would read as "up" or "here" is
 * refused: it would ask for something else.
 * @throws ClawbackError GITHUB_NAME_INVALID
 */
export function apiPath(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  const encoded = values.map((value) => {
    const text = String(value)
    if (/^\.{0,2}$/.test(text)) {
      throw new ClawbackError(
        'GITHUB_NAME_INVALID',
        `"${text}" cannot be part of an address on GitHub`,
        'Give the name as GitHub spells it.',
      )
    }
    return encodeURIComponent(text)
  })
  return parts.reduce((path, part, index) => path + (encoded[index - 1] ?? '') + part)
}
