import { posix } from 'node:path'
import type { GuardFinding } from '../core/guard/types.ts'
import { inlineSourceMap, linkedSourceMap } from '../sources/inline-source-map.ts'
import type { FileEntry } from '../sources/source-entry.ts'
import { isSourceMap, readSourceMap } from '../sources/source-map.ts'
import { ClawbackError } from '../errors.ts'

/** Data behind the mark, so that a tool whose own code writes such comments is not taken for a bundle with a map. */
const inlineMark =
  /[#@]\s*sourceMappingURL=data:[^,\s'"]{0,100}?(?:;base64,([\w+/=-]{8,})|,((?:%7B|\{)[^\s'"]*(?:"[^\n]*)?))/gi

/** What one file's source map tells: a map of any name, or one that a file carries in its text. */
export function guardSourceMaps({ path, bytes }: FileEntry): GuardFinding[] {
  const named = /\.map$/i.test(path)
  if (isSourceMap(bytes) && (named || (bytes.includes('"mappings"') && bytes.includes('"sources"')))) {
    const kind = { path, kind: 'source-map' as const, detail: 'a source map, by its content' }
    // The name of a `.map` has spoken already.
    return [...(named ? [] : [kind]), ...embedded(path, bytes)]
  }
  const map = [inlineSourceMap({ path, bytes }), ...markedData(bytes)].find(
    // A program that can write such comments holds the mark, and behind it its own code.
    (data) => data !== null && isSourceMap(data),
  )
  if (map === null || map === undefined) return []
  return [
    { path, kind: 'inline-source-map', detail: 'carries a source map in its own text, as a data: URL' },
    ...embedded(path, map),
  ]
}

/** Data anywhere in a text: where a bundler's way to reload code puts maps, or with something appended. */
function* markedData(bytes: Buffer): Generator<Buffer> {
  for (const [, base64, plain] of bytes.toString('latin1').matchAll(inlineMark)) {
    if (base64 !== undefined) yield Buffer.from(base64, 'base64')
    if (plain !== undefined) yield decoded(plain)
  }
}

function decoded(plain: string): Buffer {
  try {
    return Buffer.from(decodeURIComponent(plain))
  } catch {
    return Buffer.from(plain, 'latin1')
  }
}

function embedded(path: string, map: Buffer): GuardFinding[] {
  let held = 0
  let named = 0
  try {
    for (const { bytes } of readSourceMap(map)) {
      named++
      if (bytes !== null && bytes.length > 0) held++
    }
  } catch (error) {
    if (!(error instanceof ClawbackError)) throw error
    const detail = 'the source map cannot be read to its end: what it holds is not known'
    return [{ path, kind: 'not-read', detail }]
  }
  if (held === 0) return []
  return [
    { path, kind: 'embedded-sources', detail: `holds the text of ${held} of the ${named} sources it names` },
  ]
}

/** Links to source maps, judged once every path of the package is known. */
export class SourceMapLinks {
  readonly #paths = new Set<string>()
  readonly #links: { path: string; link: string }[] = []

  add(entry: { path: string }): void {
    this.#paths.add(entry.path)
  }

  follow(entry: FileEntry): void {
    const link = linkedSourceMap(entry)
    if (link !== null && !link.startsWith('data:')) this.#links.push({ path: entry.path, link })
  }

  /** A link to nothing in the package is harmless, unless it leads to another place, which offline stays unknown. */
  findings(): GuardFinding[] {
    return this.#links.flatMap(({ path, link }): GuardFinding[] => {
      const kind = 'source-map-link'
      if (/^(?:https?:)?\/\//i.test(link)) {
        return [{ path, kind, detail: 'links to a source map elsewhere: make sure that it is not public' }]
      }
      const target = posix.join(posix.dirname(path), decodedLink(link))
      return this.#paths.has(target) ? [{ path, kind, detail: `links to ${target}` }] : []
    })
  }
}

function decodedLink(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
