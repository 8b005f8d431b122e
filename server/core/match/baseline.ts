import { channels } from '../fingerprint/channel.ts'
import { gitBlobIdVariants } from '../fingerprint/git-blob-id.ts'
import { FileReader } from './file-reader.ts'
import { GramSet } from './gram-table.ts'
import { isBinary } from '../fingerprint/is-binary.ts'
import type { Tokens } from '../fingerprint/tokens.ts'
import { segmentsOf } from './segments.ts'
import { readingsOf, type SourceFile } from './source-file.ts'
import { publicStopList } from './stop-list.ts'

/** Words in a row look alike to a channel that sees identifiers only: all prose would be one text. */
const UNIFORM = 1

/** What may not be claimed: the work's baseline, and what everyone has. */
export class Baseline {
  private readonly blobIds = new Set<string>()
  private readonly grams = new GramSet()
  private readonly everyones = publicStopList().grams
  private readonly lines = new GramSet()
  private readonly reader = new FileReader()

  add(file: SourceFile): void {
    for (const id of gitBlobIdVariants(file.bytes).keys()) this.blobIds.add(id)
    if (isBinary(file.bytes)) return
    for (const { bytes } of readingsOf(file))
      for (const { start, end } of segmentsOf(bytes)) this.addText(file.path, bytes.subarray(start, end))
  }

  hasFile(blobId: string): boolean {
    return this.blobIds.has(blobId)
  }

  /**
   * Whether a k-gram may not be claimed. One of few different symbols is the baseline's where the baseline has it;
   * that everyone has it says nothing about the text it lies in.
   */
  hasGram(high: number, low: number, distinctSymbols: number, leastDistinct: number): boolean {
    if (distinctSymbols >= leastDistinct && this.everyones.has(high, low)) return true
    return distinctSymbols > UNIFORM && this.grams.has(high, low)
  }

  /** Whether a line of a comment stands in the baseline. */
  hasLine(lines: Tokens, line: number): boolean {
    return this.lines.has(lines.hash[line]!, lines.end[line]! - lines.start[line]!)
  }

  private addText(path: string, text: Uint8Array): void {
    this.reader.read(path, text)
    this.addGrams()
    this.reader.readCommentLines(path, text)
    const { lines } = this.reader
    for (let line = 0; line < lines.count; line++)
      this.lines.add(lines.hash[line]!, lines.end[line]! - lines.start[line]!)
    if (this.reader.readPassages(path, text)) this.addGrams()
  }

  private addGrams(): void {
    for (const channel of channels) {
      this.reader.readChannel(channel)
      const { found } = this.reader
      for (let i = 0; i < found.count; i++) this.grams.add(found.high[i]!, found.low[i]!)
    }
  }
}
