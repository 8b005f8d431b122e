import { deflateRawSync, inflateRawSync } from 'node:zlib'

const PART = 256 * 1024

/** Keeps much text of one kind in little memory: a million lines of JSON in some ten MB. */
export class PackedText {
  private readonly parts: Buffer[] = []
  private open: string[] = []
  private length = 0

  add(text: string): void {
    this.open.push(text)
    this.length += text.length
    if (this.length >= PART) this.pack()
  }

  /** Everything that was added, in order, a part at a time. */
  *read(): Generator<string> {
    for (const part of this.parts) yield inflateRawSync(part).toString('utf8')
    yield this.open.join('')
  }

  private pack(): void {
    this.parts.push(deflateRawSync(this.open.join(''), { level: 1 }))
    this.open = []
    this.length = 0
  }
}
