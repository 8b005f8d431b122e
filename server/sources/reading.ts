import { ClawbackError } from '../errors.ts'
import type { SourceLimits } from './source-limits.ts'

/** One read of one source: what it may still take, shared by all that is nested inside. */
export class Reading {
  readonly limits: SourceLimits
  readonly #signal: AbortSignal | undefined
  #entries = 0
  #bytes = 0

  constructor(limits: SourceLimits, signal: AbortSignal | undefined) {
    this.limits = limits
    this.#signal = signal
  }

  /** Counts an entry. @throws ClawbackError SOURCE_TOO_LARGE; the abort reason when aborted. */
  countEntry(): void {
    this.#signal?.throwIfAborted()
    this.#entries += 1
    if (this.#entries > this.limits.entries) {
      throw tooLarge(`it holds more than ${this.limits.entries.toLocaleString('en-US')} entries`)
    }
  }

  /** Counts bytes of content as they come out. */
  countBytes(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > this.limits.totalBytes) {
      throw tooLarge(`its content is larger than ${describeBytes(this.limits.totalBytes)}`)
    }
  }

  /** Why a file of this size is not read, or null. */
  refuseSize(bytes: number, limit: number): string | null {
    return bytes > limit ? `larger than ${describeBytes(limit)}, the limit for one file` : null
  }
}

export function describeBytes(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB']
  const unit = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10))
  return `${Math.round(bytes / 1024 ** unit).toLocaleString('en-US')} ${units[unit] ?? ''}`
}

function tooLarge(what: string): ClawbackError {
  return new ClawbackError(
    'SOURCE_TOO_LARGE',
    `The source is too large to read: ${what}.`,
    'Give the part of it that matters, in several works or versions if need be.',
  )
}
