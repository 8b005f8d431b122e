import { ClawbackError } from '../errors.ts'

/** An archive or a source map that as a whole cannot be read. Inside something else it becomes a skipped line. */
export class ContainerFault extends ClawbackError {
  override name = 'ContainerFault'
}

export function corruptArchive(kind: string, cause: unknown): ContainerFault {
  const detail = cause instanceof Error ? cause.message : String(cause)
  return new ContainerFault(
    'ARCHIVE_CORRUPT',
    `The ${kind} archive is damaged or cut off (${detail}).`,
    'Fetch or pack it again; nothing of it was taken in.',
    { cause },
  )
}

export function archiveBomb(ratio: number): ContainerFault {
  return new ContainerFault(
    'ARCHIVE_BOMB',
    `The archive unpacks to more than ${ratio} times its size, which no source code does.`,
    'If you trust it, unpack it yourself and give the folder.',
  )
}

export function invalidSourceMap(detail: string): ContainerFault {
  return new ContainerFault(
    'SOURCE_MAP_INVALID',
    `This is not a readable source map: ${detail}.`,
    'Check that the file is whole: a source map is one JSON object with "sources" or "sections".',
  )
}
