import { LF } from '../fingerprint/bytes.ts'
/** Finds the line (from 1) that a byte stands on, as the file has it that somebody uploaded. */
export interface Lines {
  lineOf(offset: number): number
}

/** A text, and where its bytes stand in the file. */
export interface Inside {
  bytes: Uint8Array
  lines: Lines
}

/** Writes down what a wrapping holds, and keeps for each byte the line that it was read from. */
export class InsideWriter {
  length = 0
  private readonly source: Inside
  private bytes: Uint8Array
  /** Where in what was written another line of the file begins, and which. */
  private readonly offsets: number[] = []
  private readonly numbers: number[] = []

  constructor(source: Inside, capacity: number) {
    this.source = source
    this.bytes = new Uint8Array(capacity)
  }

  /** What is put next was read from here. */
  from(offset: number): void {
    const line = this.source.lines.lineOf(offset)
    if (this.numbers.at(-1) === line) return
    this.offsets.push(this.length)
    this.numbers.push(line)
  }

  /** The byte written last. */
  get last(): number | undefined {
    return this.bytes[this.length - 1]
  }

  put(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1)
    this.bytes[this.length++] = byte
  }

  putAll(bytes: Uint8Array): void {
    this.grow(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** Takes a stretch of the source over as it is. */
  copy(start: number, end: number): void {
    for (let at = start; at < end;) {
      const line = this.source.bytes.subarray(at, end).indexOf(LF)
      const next = line < 0 ? end : at + line + 1
      this.from(at)
      this.putAll(this.source.bytes.subarray(at, next))
      at = next
    }
  }

  finish(): Inside {
    const { offsets, numbers } = this
    return {
      bytes: this.bytes.subarray(0, this.length),
      lines: { lineOf: (offset) => numbers[placeOf(offsets, offset)] ?? 1 },
    }
  }

  private grow(by: number): void {
    if (this.length + by <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + by, 1024))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }
}

function placeOf(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (offsets[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
