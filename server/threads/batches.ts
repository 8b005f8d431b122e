export interface NamedBytes {
  path: string
  bytes: Uint8Array
}

/** Consecutive files that together are about so large; a larger one goes alone. */
export function* batchesOf<File extends NamedBytes>(
  files: Iterable<File>,
  bytes: number,
): Generator<[File, ...File[]]> {
  let batch: File[] = []
  let size = 0
  for (const file of files) {
    if (isFilled(batch) && size + file.bytes.length > bytes) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(file)
    size += file.bytes.length
  }
  if (isFilled(batch)) yield batch
}

function isFilled<T>(list: T[]): list is [T, ...T[]] {
  return list.length > 0
}
