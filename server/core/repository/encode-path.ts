/**
 * A path as it stands in a URL: everything but letters, digits, `-`, `_`, `.` and `/` is percent-encoded, and a final
 * `.`, `_` or `-` too, so that mail programs, Markdown and link finders cut nothing off. What is no Unicode text
 * (a lone surrogate) becomes U+FFFD, as in every URL.
 */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^A-Za-z0-9\-_./]/gu, (character) =>
      // `encodeURIComponent` leaves these five alone.
      /[!'()*~]/.test(character) ? percentEncode(character) : encodeURIComponent(character),
    )
    .replace(/[._-]$/, percentEncode)
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
