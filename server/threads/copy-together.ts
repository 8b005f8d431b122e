import type { NamedBytes } from './batches.ts'

/** Copies of files, all in one piece of memory: to give it to a thread costs the same for a thousand files as for one. */
export interface Copied {
  files: NamedBytes[]
  memory: ArrayBuffer
}

/** Copies: a view would take the whole buffer behind it along, and what is given to a thread is gone from here. */
export function copyTogether(files: readonly NamedBytes[]): Copied {
  const all = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes.length, 0))
  let end = 0
  const copies = files.map(({ path, bytes }) => {
    const start = end
    end += bytes.length
    all.set(bytes, start)
    return { path, bytes: all.subarray(start, end) }
  })
  return { files: copies, memory: all.buffer }
}
