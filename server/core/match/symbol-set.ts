import { IDENTIFIER, NUMBER } from '../fingerprint/channel.ts'
import type { Tokens } from '../fingerprint/tokens.ts'

const RECENT = 1 << 16

/** The distinct symbols of a work: those of its tokens, and those that channels put in their place. */
export class SymbolSet {
  private readonly all = new Set([IDENTIFIER, NUMBER])
  /** The symbol that came last, for each end of its bits: nearly all of a work's tokens repeat one of these. */
  private readonly recent = new Int32Array(RECENT)

  addAll({ count, symbol }: Tokens): void {
    for (let i = 0; i < count; i++) {
      const one = symbol[i]!
      const place = one & (RECENT - 1)
      if (this.recent[place] === one && one !== 0) continue
      this.recent[place] = one
      this.all.add(one)
    }
  }

  finish(): ReadonlySet<number> {
    return this.all
  }
}
