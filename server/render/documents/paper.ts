import PDFDocument, { type Structure, type TextOptions } from 'pdfkit'
import { loadFonts, type FontName } from './fonts.ts'
import { showText } from './shown-text.ts'

export interface Pen {
  font: FontName
  /** In points. */
  size: number
}

export const margin = { top: 64, bottom: 72, left: 64, right: 64 }

/** Without ligatures and alternates: one character, one shape, so that copied text is the text. */
const features = { liga: false, clig: false, calt: false, dlig: false }

/** Letter paper to write on: tagged, with its fonts inside, loading nothing. What no font shows goes by number. */
export class Paper {
  readonly pdf: PDFDocument
  readonly bytes: Promise<Buffer>
  readonly #fonts = loadFonts()
  readonly #byNumber = new Map<string, number>()

  constructor({ title, at, across }: { title: string; at: Date; across: boolean }) {
    this.pdf = new PDFDocument({
      size: 'LETTER',
      layout: across ? 'landscape' : 'portrait',
      margins: margin,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: 'en-US',
      bufferPages: true,
      font: this.#fonts.body.bytes,
      info: { Title: title, Producer: 'Clawback', Creator: 'Clawback', CreationDate: at },
    })
    for (const name of ['body', 'bold', 'fixed'] as const) {
      this.pdf.registerFont(name, this.#fonts[name].bytes)
    }
    this.bytes = new Promise((resolve, reject) => {
      const parts: Buffer[] = []
      this.pdf.on('data', (part) => parts.push(part))
      this.pdf.on('end', () => resolve(Buffer.concat(parts)))
      this.pdf.on('error', reject)
    })
  }

  /** Between the margins. */
  get width(): number {
    return this.pdf.page.width - margin.left - margin.right
  }

  /** Characters that were written by their number, in order, and how often each was. */
  get byNumber(): [string, number][] {
    return [...this.#byNumber].sort(([a], [b]) => a.codePointAt(0)! - b.codePointAt(0)!)
  }

  write(text: string, { font, size }: Pen, options: TextOptions = {}): void {
    const shown = showText(text, this.#fonts[font].hasShape)
    for (const [at, character] of Array.from(text).entries()) {
      if (shown[at] !== character) this.#byNumber.set(character, (this.#byNumber.get(character) ?? 0) + 1)
    }
    const settings = { width: this.width, lineGap: 1.5, ...options, features }
    this.pdf.font(font).fontSize(size).text(shown.join(''), settings)
  }

  heightOf(text: string, { font, size }: Pen, width: number): number {
    const shown = showText(text, this.#fonts[font].hasShape).join('')
    return this.pdf.font(font).fontSize(size).heightOfString(shown, { width, lineGap: 1.5, features })
  }

  /** Begins a page where this height no longer fits; true when it did. */
  makeRoom(height: number): boolean {
    if (this.pdf.y + height <= this.pdf.page.maxY()) return false
    this.pdf.addPage()
    return true
  }

  space(points: number): void {
    this.pdf.y += points
  }

  tagged(tag: string, draw: () => void): void {
    this.pdf.addStructure(this.pdf.struct(tag, draw))
  }

  /** An address that can be followed; it is its own description. */
  link(address: string, pen: Pen, options: TextOptions): Structure {
    return this.pdf.struct('Link', { alt: address }, () =>
      this.write(address, pen, { ...options, link: address }),
    )
  }

  /** What is drawn but is no part of the text, and so is not read aloud. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.pdf.markContent('Artifact', { type })
    draw()
    this.pdf.endMarkedContent()
  }
}
