import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import type { Header } from 'tar-stream'

export type TarMember = Partial<Header> & { name: string; content?: string | Buffer }

/** A tar archive with exactly these members, also such as no honest tool writes. */
export async function makeTar(members: TarMember[]): Promise<Buffer> {
  const tar = pack()
  for (const { content, ...header } of members) {
    if (content === undefined) tar.entry(header)
    else tar.entry({ ...header, size: Buffer.byteLength(content) }, content)
  }
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export async function makeTgz(members: TarMember[]): Promise<Buffer> {
  return gzipSync(await makeTar(members))
}

export interface ZipMember {
  name: string
  content: string | Buffer
  /** Unix mode, as zip tools on Unix write it. */
  mode?: number
  /** What the directory claims instead of the truth. */
  claims?: { size?: number; crc?: number; flags?: number; method?: number; extra?: Buffer }
}

/** A zip archive, written by hand so that each field can lie (APPNOTE 4.3). */
export function makeZip(members: ZipMember[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode, claims } of members) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fileName = Buffer.from(name)
    const extra = claims?.extra ?? Buffer.alloc(0)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | (claims?.flags ?? 0), 2)
    fields.writeUInt16LE(claims?.method ?? 8, 4)
    fields.writeUInt32LE(claims?.crc ?? crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims?.size ?? bytes.length, 18)
    fields.writeUInt16LE(fileName.length, 22)
    fields.writeUInt16LE(extra.length, 24)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, fileName, extra, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), fields, tail, fileName, extra]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(members.length, 4)
  end.writeUInt16LE(members.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end])
}
