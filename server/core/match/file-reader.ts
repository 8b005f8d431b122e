import { readCommentLines } from './closely/comment-lines.ts'
import { project, Stream, type Channel } from '../fingerprint/channel.ts'
import { languageOf } from '../fingerprint/language-of.ts'
import { lex } from '../fingerprint/lex.ts'
import { readPassages } from '../fingerprint/read-passages.ts'
import { readingRules } from '../fingerprint/reading-rules.ts'
import { Tokens } from '../fingerprint/tokens.ts'
import { Fingerprints, winnow } from '../fingerprint/winnow.ts'

/** Reads texts into tokens and fingerprints, into buffers that are filled anew each time. */
export class FileReader {
  readonly tokens = new Tokens()
  readonly stream = new Stream()
  readonly found = new Fingerprints()
  readonly lines = new Tokens()

  read(path: string, bytes: Uint8Array): void {
    lex(bytes, 0, bytes.length, readingRules(languageOf(path, bytes)), this.tokens)
  }

  /** Reads the passages of the text just read; answers with the bytes that the tokens point into, if there are any. */
  readPassages(path: string, bytes: Uint8Array): Uint8Array | undefined {
    return readPassages(bytes, readingRules(languageOf(path, bytes)), this.tokens)
  }

  /** Reads the lines of comments of the text just read into `lines`; before its passages are read. */
  readCommentLines(path: string, bytes: Uint8Array): void {
    readCommentLines(bytes, readingRules(languageOf(path, bytes)), this.tokens, this.lines)
  }

  /**
   * Fills `stream` and `found` for a channel of what was read last. No callback: whoever would pass a new one for each
   * text would have V8 compile it anew after each full collection.
   */
  readChannel(channel: Channel): void {
    project(this.tokens, channel, this.stream)
    winnow(this.stream, channel, this.found)
  }
}
