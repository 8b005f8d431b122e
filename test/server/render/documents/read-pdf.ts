import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  pages: number
  /** What is written, in reading order, lines joined without anything between them; footers and rules left out. */
  text: string
  /** What stands in artifacts: footers. */
  artifacts: string
  /** The targets of its links, in order. */
  links: string[]
  /** The kinds of its structure elements: `H1`, `P`, `Link` … */
  structure: string[]
  /** Names of fonts without an embedded font file. */
  fontsMissing: string[]
}

interface PdfObject {
  head: string
  stream: string
}

/**
 * Takes the text out of a PDF again as a reader's program does: by the fonts' own maps from shapes to characters
 * (ISO 32000-1, 9.10.3). Reads what pdfkit writes, no other PDF.
 */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = readObjects(bytes)
  const fonts = new Map<number, Map<string, string>>()
  const fontsMissing: string[] = []
  for (const [id, { head }] of objects) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
    if (map !== undefined) fonts.set(id, readMap(objects.get(Number(map))!.stream))
    if (head.includes('/Type /FontDescriptor') && !/\/FontFile[23]? /.test(head)) fontsMissing.push(head)
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  const written = pages.map(({ head }) => {
    const resources = objects.get(Number(/\/Resources (\d+) 0 R/.exec(head)![1]))!.head
    const names = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, fonts.get(Number(id))!]),
    )
    return readContent(objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)![1]))!.stream, names)
  })
  const heads = [...objects.values()].map(({ head }) => head)
  return {
    pages: pages.length,
    text: written.map(({ text }) => text).join(''),
    artifacts: written.map(({ artifacts }) => artifacts).join('\n'),
    links: heads.flatMap((head) =>
      [...head.matchAll(/\/URI \(((?:[^()\\]|\\.)*)\)/g)].map(([, url]) => url!),
    ),
    structure: heads.flatMap((head) => (/^<<\n\/S \//.test(head) ? [/\/S \/(\w+)/.exec(head)![1]!] : [])),
    fontsMissing,
  }
}

function readObjects(bytes: Buffer): Map<number, PdfObject> {
  const file = bytes.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const match of file.matchAll(/^(\d+) 0 obj\n/gm)) {
    const from = match.index + match[0].length
    const end = file.indexOf('\nendobj', from)
    const body = file.slice(from, end)
    const at = body.indexOf('\nstream\n')
    const head = at === -1 ? body : body.slice(0, at)
    const raw =
      at === -1 ? '' : file.slice(from + at + 8, from + at + 8 + Number(/\/Length (\d+)/.exec(head)![1]))
    const packed = head.includes('/FlateDecode')
    const stream = packed ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(Number(match[1]), { head, stream })
  }
  return objects
}

/** `<0000> <00ff> [<0048> <0066 0069> …]`: the characters of each shape. */
function readMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>()
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    for (const [at, [, units = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const codes = units.split(' ').filter((unit) => unit !== '')
      const shape = (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0')
      map.set(shape, String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))))
    }
  }
  return map
}

function readContent(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): { text: string; artifacts: string } {
  const said = { text: '', artifacts: '' }
  const marks: ('text' | 'artifacts')[] = []
  let font: ReadonlyMap<string, string> | undefined
  const lines = content.replace(/<<\n([^<>]*)\n>> BDC/g, '<<$1>> BDC').split('\n')
  for (const line of lines) {
    const mark = /^\/(\w+) .*B(?:DC|MC)$/.exec(line)?.[1]
    if (mark !== undefined) marks.push(mark === 'Artifact' ? 'artifacts' : 'text')
    if (line === 'EMC') marks.pop()
    const name = /^\/(F\d+) [\d.]+ Tf$/.exec(line)?.[1]
    if (name !== undefined) font = fonts.get(name)
    if (!line.endsWith('] TJ')) continue
    for (const [, shapes = ''] of line.matchAll(/<([0-9a-f]*)>/g)) {
      for (const shape of shapes.match(/.{4}/g) ?? [])
        said[marks.at(-1) ?? 'text'] += font?.get(shape) ?? '\uFFFD'
    }
  }
  return said
}
