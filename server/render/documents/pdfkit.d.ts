/** What we use of pdfkit, which brings no types of its own. */
declare module 'pdfkit' {
  export interface TextOptions {
    width?: number
    height?: number
    lineBreak?: boolean
    lineGap?: number
    paragraphGap?: number
    link?: string
    align?: 'left' | 'center' | 'right'
    features?: Readonly<Record<string, boolean>>
  }

  export interface Structure {
    readonly kind: unique symbol
    add(child: Structure | (() => void)): this
    end(): void
  }

  export default class PDFDocument {
    constructor(options: {
      size: string
      layout: 'portrait' | 'landscape'
      margins: { top: number; bottom: number; left: number; right: number }
      pdfVersion: string
      tagged: boolean
      displayTitle: boolean
      lang: string
      bufferPages: boolean
      font: Buffer
      info: Record<string, string | Date>
    })
    x: number
    y: number
    page: {
      width: number
      height: number
      margins: { bottom: number; left: number; right: number }
      maxY(): number
    }
    registerFont(name: string, source: Buffer): this
    font(name: string): this
    fontSize(size: number): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    rect(x: number, y: number, width: number, height: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    addPage(): this
    text(text: string, options?: TextOptions): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    heightOfString(text: string, options?: TextOptions): number
    struct(type: string, children?: () => void): Structure
    struct(type: string, options: { alt?: string }, children?: () => void): Structure
    addStructure(structure: Structure): this
    markContent(tag: string, options: { type: string }): this
    endMarkedContent(): this
    bufferedPageRange(): { start: number; count: number }
    switchToPage(page: number): void
    on(event: 'data', listener: (part: Buffer) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }
}
