import type { Lines } from '../unwrap/inside.ts'

/** Finds the line (from 1) of a byte offset. */
export class LineIndex {
  private readonly starts: number[] = [0]

  constructor(bytes: Uint8Array) {
    for (let i = bytes.indexOf(0x0a); i >= 0; i = bytes.indexOf(0x0a, i + 1)) this.starts.push(i + 1)
  }

  lineOf(offset: number): number {
    return lastAtMost(this.starts, 0, this.starts.length, offset) + 1
  }
}

/** Most files are never asked for a line. */
export function linesWhenAsked(bytes: Uint8Array): Lines {
  let index: LineIndex | undefined
  return { lineOf: (offset) => (index ??= new LineIndex(bytes)).lineOf(offset) }
}

/** The offset of the first byte so many line breaks after `offset`; of the last byte when there are fewer. */
export function pastLines(bytes: Uint8Array, offset: number, breaks: number): number {
  let at = offset
  for (let i = 0; i < breaks; i++) {
    const next = bytes.indexOf(0x0a, at)
    if (next < 0) return bytes.length - 1
    at = next + 1
  }
  return at
}

/** The place of the last element that is at most `value`, in `values[from, to)` sorted ascending; `from` if none. */
export function lastAtMost(values: ArrayLike<number>, from: number, to: number, value: number): number {
  let low = from
  let high = to - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (values[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}

export function countBreaks(bytes: Uint8Array): number {
  let breaks = 0
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) breaks++
  return breaks
}
