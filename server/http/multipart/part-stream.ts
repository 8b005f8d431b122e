import { ClawbackError } from '../../errors.ts'

/** A body in parts, read from its beginning to its end, with no more than one chunk of it in memory. */
export interface PartStream {
  /** The bytes up to the next line that parts the body, which is passed over. */
  untilBoundary: () => AsyncGenerator<Buffer>
  /** The bytes up to and without this mark, which is passed over. @throws ClawbackError UPLOAD_UNREADABLE beyond the limit */
  until: (mark: string, limit: number) => Promise<Buffer>
  next: (length: number) => Promise<Buffer>
}

export function createPartStream(body: AsyncIterable<Buffer>, boundary: string): PartStream {
  const chunks = body[Symbol.asyncIterator]()
  // The line that parts begins with a line end, also where it stands first.
  let held: Buffer = Buffer.from('\r\n')

  async function more(): Promise<Buffer> {
    const next = await chunks.next().catch(() => null)
    if (next === null || next.done === true) throw cutOff()
    return next.value
  }

  async function* upTo(mark: string): AsyncGenerator<Buffer> {
    for (;;) {
      const at = held.indexOf(mark)
      if (at >= 0) {
        const found = held.subarray(0, at)
        held = held.subarray(at + mark.length)
        if (found.length > 0) yield found
        return
      }
      // The mark may have begun at the end of what is here.
      const sure = Math.max(0, held.length - mark.length + 1)
      const passed = held.subarray(0, sure)
      held = held.subarray(sure)
      if (passed.length > 0) yield passed
      held = Buffer.concat([held, await more()])
    }
  }

  return {
    untilBoundary: () => upTo(`\r\n--${boundary}`),
    async until(mark, limit) {
      return await collect(upTo(mark), limit)
    },
    async next(length) {
      while (held.length < length) held = Buffer.concat([held, await more()])
      const found = held.subarray(0, length)
      held = held.subarray(length)
      return found
    },
  }
}

/** @throws ClawbackError UPLOAD_UNREADABLE beyond the limit */
export async function collect(chunks: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const all: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limit) throw unreadable('a field is longer than any person writes')
    all.push(chunk)
  }
  return Buffer.concat(all)
}

export function unreadable(why: string): ClawbackError {
  return new ClawbackError(
    'UPLOAD_UNREADABLE',
    `What was sent cannot be read: ${why}`,
    'Send it from its page.',
  )
}

function cutOff(): ClawbackError {
  return new ClawbackError(
    'UPLOAD_CUT_OFF',
    'The upload ended before it was whole; nothing of it was kept',
    'Send it again.',
    { exitCode: 3 },
  )
}
