import type { MailText } from '../../core/inbox/match-mail.ts'
import { startThread } from '../../threads/start-thread.ts'
import { openThreadPool, ThreadLost } from '../../threads/thread-pool.ts'
import { parseMail, partToRead, unreadable } from './parse-mail.ts'

/** Reads mails beside what the program does else. */
export interface MailReader {
  /** The headers and the text; a mail that takes too long, or more memory than there is for it, cannot be read. */
  read(bytes: Uint8Array): Promise<MailText>
  close(): Promise<void>
}

/** Less is read here, in the time that it takes to hand it on: a hostile megabyte takes ten seconds. */
const WORTH_A_THREAD = 16 * 1024
const LONGEST_MS = 30_000
const LARGEST_HEAP_MB = 128

export function openMailReader(limitMs = LONGEST_MS): MailReader {
  const pool = openThreadPool<Uint8Array, MailText>({
    start: () =>
      startThread('mail-thread', {
        beside: import.meta.url,
        workerData: null,
        resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB, maxYoungGenerationSizeMb: 16 },
        env: {},
      }),
    threads: 1,
    limitMs,
  })
  return {
    async read(bytes) {
      if (bytes.length < WORTH_A_THREAD) return await parseMail(bytes)
      try {
        return await pool.run(() => {
          // A copy: a buffer's own slice would hand over the memory of whoever asks.
          const job = new Uint8Array(partToRead(bytes))
          return { job, transfer: [job.buffer] }
        })
      } catch (error) {
        if (error instanceof ThreadLost) return unreadable
        throw error
      }
    },
    close: () => pool.close(),
  }
}
