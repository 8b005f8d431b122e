import { collect, createPartStream, unreadable } from './part-stream.ts'

export interface SentFile {
  name: string
  chunks: AsyncIterable<Buffer>
}

/** Texts by name, in the order in which they came. */
export type SentFields = Record<string, string | string[]>

const mostParts = 300
const longestHead = 8 * 1024
const longestFields = 256 * 1024

/**
 * Reads a form with a file in it (`multipart/form-data`, RFC 7578), as it comes: fields are collected, the one file is
 * handed on with the fields that stood before it. A field for a file that was left empty is none.
 * @throws ClawbackError UPLOAD_UNREADABLE, UPLOAD_CUT_OFF, and what `takeFile` throws
 */
export async function readMultipart(
  contentType: string,
  body: AsyncIterable<Buffer>,
  takeFile: (file: SentFile, before: SentFields) => Promise<void>,
): Promise<SentFields> {
  const stream = createPartStream(body, readBoundary(contentType))
  const fields: SentFields = Object.create(null) as SentFields
  let left = longestFields
  let files = 0
  await collect(stream.untilBoundary(), longestHead)
  for (let parts = 0; ; parts++) {
    const after = (await stream.next(2)).toString('latin1')
    if (after === '--') return fields
    if (after !== '\r\n') throw unreadable('it is not parted as it says')
    if (parts === mostParts) throw unreadable('it has too many fields')
    const head = readHead((await stream.until('\r\n\r\n', longestHead)).toString('utf8'))
    const content = stream.untilBoundary()
    if (head.file === null) {
      const value = await collect(content, left)
      left -= value.length + head.name.length
      addField(fields, head.name, value.toString('utf8'))
    } else if (head.file === '') {
      const rest = await collect(content, 1)
      if (rest.length > 0) throw unreadable('a file has no name')
    } else {
      if (++files > 1) throw unreadable('it holds more than one file')
      await takeFile({ name: head.file, chunks: content }, fields)
      // What was not read is passed over.
      for await (const _ of content);
    }
  }
}

function readBoundary(contentType: string): string {
  const [, quoted, bare] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*(?:;|$)/i.exec(
      contentType,
    ) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined) throw unreadable('it is not a form with a file')
  return boundary
}

/** `file` null: a field; empty: a file that nobody chose. Browsers write `"` and line ends in names as %22, %0D, %0A. */
function readHead(head: string): { name: string; file: string | null } {
  const line = head.split('\r\n').find((one) => /^content-disposition:\s*form-data\s*;/i.test(one))
  const name = line === undefined ? undefined : /;\s*name="([^"]{1,100})"/i.exec(line)?.[1]
  if (line === undefined || name === undefined) throw unreadable('a part of it has no name')
  const file = /;\s*filename="([^"]*)"/i.exec(line)?.[1]
  return { name, file: file === undefined ? null : file.replaceAll('%22', '"') }
}

function addField(fields: SentFields, name: string, value: string): void {
  const known = fields[name]
  fields[name] = known === undefined ? value : [known, value].flat()
}
