/** Reads lines and exact lengths from a stream of chunks. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer[] = []
  #length = 0

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** The bytes up to the next `end`, without it; null at the end of the stream. */
  async until(end: number): Promise<Buffer | null> {
    let searched = 0
    for (;;) {
      const at = this.#indexOf(end, searched)
      if (at >= 0) {
        const found = await this.take(at + 1)
        return found?.subarray(0, at) ?? null
      }
      searched = this.#length
      if (!(await this.#more())) return null
    }
  }

  /** Exactly `length` bytes; null when the stream ends before. */
  async take(length: number): Promise<Buffer | null> {
    while (this.#length < length) if (!(await this.#more())) return null
    const all = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held)
    this.#held = all.length > length ? [all.subarray(length)] : []
    this.#length = all.length - length
    return all.subarray(0, length)
  }

  #indexOf(byte: number, from: number): number {
    let offset = 0
    for (const chunk of this.#held) {
      if (offset + chunk.length > from) {
        const at = chunk.indexOf(byte, Math.max(0, from - offset))
        if (at >= 0) return offset + at
      }
      offset += chunk.length
    }
    return -1
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done) return false
    this.#held.push(next.value)
    this.#length += next.value.length
    return true
  }
}
