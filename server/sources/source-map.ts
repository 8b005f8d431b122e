import { invalidSourceMap } from './container-fault.ts'
import { elementsOf, isArray, isObject, JsonFault, membersOf, stringAt, valueAt } from './json-scan.ts'
import type { Span } from './json-scan.ts'
import { normaliseSourcePath, UniquePaths } from './source-path.ts'

/** A source that a map names; `bytes` is null when the map does not hold its text, and `reason` says why. */
export interface MappedSource {
  path: string
  bytes: Buffer | null
  reason: string
  /** The map lists it among code that is not of its author's making. */
  ignoreListed: boolean
}

interface MapPart {
  root: string
  sources: Span | null
  contents: Span | null
  ignoreList: Set<number>
}

/**
 * The sources of a map (ECMA-426), plain or sectioned, one at a time: only the map's own bytes and one source
 * are in memory at once. Names are normalised and unique within the map.
 * @throws ContainerFault SOURCE_MAP_INVALID, before the first source when the map is cut off
 */
export function* readSourceMap(map: Buffer): Generator<MappedSource> {
  try {
    const paths = new UniquePaths()
    const parts = readParts(map)
    if (parts.length === 0) throw invalidSourceMap('it names no sources')
    for (const part of parts) yield* readPart(map, part, paths)
  } catch (error) {
    throw error instanceof JsonFault ? invalidSourceMap(error.message) : error
  }
}

/** Whether a file named `.map` means to be a source map: other things carry that name too. */
export function isSourceMap(map: Buffer): boolean {
  const start = startOfJson(map)
  const head = map.toString('latin1', start, start + 4096)
  return (
    /^\s*\{\s*"/.test(head) &&
    /"(?:version|sources|sections|mappings|sourcesContent|sourceRoot|file|names)"\s*:/.test(head)
  )
}

function readParts(map: Buffer): MapPart[] {
  const whole = valueAt(map, startOfJson(map))
  if (!isObject(map, whole)) throw invalidSourceMap('it is not a JSON object')
  const plain = readOnePart(map, whole)
  const sections = lastMember(map, whole, 'sections')
  if (!sections) return plain.sources || plain.contents ? [plain] : []
  const parts: MapPart[] = []
  for (const section of elementsOf(map, sections)) {
    // A section holds a plain map, never sections of its own (ECMA-426, index source map).
    const inner = lastMember(map, section, 'map')
    if (inner) parts.push(readOnePart(map, inner))
  }
  return parts
}

function readOnePart(map: Buffer, object: Span): MapPart {
  const part: MapPart = { root: '', sources: null, contents: null, ignoreList: new Set() }
  for (const { key, value } of membersOf(map, object)) {
    if (key === 'sourceRoot') part.root = stringAt(map, value) ?? ''
    if (key === 'sources' && isArray(map, value)) part.sources = value
    if (key === 'sourcesContent' && isArray(map, value)) part.contents = value
    // The name it had before it was standardised is still what most tools write.
    if (key === 'ignoreList' || key === 'x_google_ignoreList') {
      for (const index of elementsOf(map, value))
        part.ignoreList.add(Number(map.toString('latin1', index.start, index.end)))
    }
  }
  return part
}

function* readPart(map: Buffer, part: MapPart, paths: UniquePaths): Generator<MappedSource> {
  const names = part.sources ? elementsOf(map, part.sources) : [].values()
  const texts = part.contents ? elementsOf(map, part.contents) : [].values()
  for (let index = 0; ; index += 1) {
    const name = names.next()
    const text = texts.next()
    if (name.done && text.done) return
    const source = name.done ? null : stringAt(map, name.value)
    const content = text.done ? null : stringAt(map, text.value)
    yield {
      path: paths.claim(source === null ? 'unnamed' : normaliseSourcePath(part.root, source)),
      bytes: content === null ? null : Buffer.from(content),
      reason: text.done ? 'the source map does not hold its text' : 'its text is null in the source map',
      ignoreListed: part.ignoreList.has(index),
    }
  }
}

function lastMember(map: Buffer, object: Span, name: string): Span | undefined {
  let found: Span | undefined
  for (const { key, value } of membersOf(map, object)) if (key === name) found = value
  return found
}

/** A byte order mark and the line that guards JSON against script inclusion (ECMA-426) may come first. */
function startOfJson(map: Buffer): number {
  const start = map.length > 2 && map[0] === 0xef && map[1] === 0xbb && map[2] === 0xbf ? 3 : 0
  if (map.toString('latin1', start, start + 3) !== ')]}') return start
  const newline = map.indexOf('\n', start)
  return newline < 0 ? map.length : newline + 1
}
