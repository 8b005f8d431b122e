/** An address taken apart, before anything is known of what it leads to. Segments are decoded. */
export interface Address {
  /** In lower case, without user and port. */
  host: string
  segments: string[]
  query: string
  fragment: string
}

/**
 * Reads an address as people write it: in brackets or Markdown, without scheme, with a blank in the scheme, for git
 * or ssh, with punctuation behind it. Nothing is normalised away (`..`, tabs), so that what is read is what was meant.
 */
export function readSegments(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined
  const bare = withoutDecoration(text)
  const match = scheme.exec(bare) ?? scpLike.exec(bare)
  if (match === null) return undefined
  const [, host = '', rest = ''] = match
  const [beforeFragment, fragment = ''] = splitOnce(rest, '#')
  const [path, query = ''] = splitOnce(beforeFragment, '?')
  const segments = path.split('/').filter((segment) => segment !== '')
  return { host: host.toLowerCase().replace(/\.$/, ''), segments: segments.map(decode), query, fragment }
}

/** Longer than any address on GitHub: git's paths end at 4,096 bytes, each at most three characters here. */
const LONGEST = 16_384

/** `https://user@host:443/path`, any scheme that git or a browser knows, or none. */
const scheme =
  /^(?:(?:git\+)?(?:https?|ssh|git)\s?:\s?\/{1,3}|\/\/)?(?:[^\s/@?#]*@)?([a-z0-9][a-z0-9.-]*)(?::\d+)?((?:[/?#].*)?)$/isu

/** `git@github.com:owner/name.git` */
const scpLike = /^(?:[^\s/@?#:]+@)([a-z0-9.-]+):(?!\d+\/)(.*)$/isu

function withoutDecoration(text: string): string {
  const visible = text.replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '').replace(/\u00A0/g, ' ')
  const markdown = /\]\(\s*<?([^\s)>]+)/.exec(visible)?.[1]
  return (markdown ?? visible)
    .trim()
    .replace(/^[<([{*_"'`«“‘【（•·-]+\s*/u, '')
    .replace(/[\s.,;:!?)\]}>*"'`|\\…。，；：、！？）】」』»”’~]+$/u, '')
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** A stray `%` is itself. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
