import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping'
import type { SourceVariant } from '../../core/match/source-file.ts'

export type Mappings = ReturnType<typeof decodedMappings>

/** Gives each text memory of its own, as texts that go from thread to thread need; a small Buffer is a part of a larger one. */
const encoder = new TextEncoder()

/** What a tool wrote, with the original's line for each of its lines. */
export function mappedVariant(name: string, code: string, mappings: Mappings): SourceVariant {
  return { name, bytes: encoder.encode(code), lines: linesOf(code, mappings) }
}

export function readMappings(map: string): Mappings {
  return decodedMappings(new TraceMap(map))
}

/** The original's line for each line of the output; a line that nothing maps to takes the one before it. */
function linesOf(code: string, mappings: Mappings): Int32Array {
  const texts = code.split('\n')
  const lines = new Int32Array(texts.length).fill(1)
  let last = 1
  for (const [line, text] of texts.entries()) {
    const source = sourceAt(mappings[line] ?? [], text.search(/\S|$/))
    if (source !== undefined) last = source + 1
    lines[line] = last
  }
  return lines
}

/** What stands at a column: esbuild begins each line with the place where the line before it ended. */
function sourceAt(segments: Mappings[number], column: number): number | undefined {
  let source: number | undefined
  for (const segment of segments) {
    if (segment[0] > column) break
    source = segment[SOURCE_LINE] ?? source
  }
  return source
}

/** Where a mapping holds the line (from 0) in the original. */
const SOURCE_LINE = 2
